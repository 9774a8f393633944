#!/usr/bin/env node
import './preflight.mjs';

// A reader that has seen enough (| head) closes the pipe: that is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const { main } = await import('../dist/src/cli/main.js');
process.exitCode = await main(process.argv.slice(2));
