// One task of the store's benchmark in a process of its own: prints what it measured as JSON.
// Usage: node dist/bench/store/side.js TASK SETTINGS-AS-JSON
import { type TaskName, type TaskSettings, tasks } from './tasks.ts';

const task = tasks[process.argv[2] as TaskName];
if (task === undefined) throw new Error(`Usage: side ${Object.keys(tasks).join('|')} SETTINGS`);
console.log(JSON.stringify(await task(JSON.parse(process.argv[3] ?? '{}') as TaskSettings)));
