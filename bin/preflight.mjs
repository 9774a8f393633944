// Says in one line that this Node is too old, before anything fails less clearly.
const [major, minor] = process.versions.node.split('.').map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  console.error(
    `Trajecta needs Node ^20.19 or >= 22.12; this is ${process.versions.node}. / Нужен Node ^20.19 или ≥ 22.12; установлен ${process.versions.node}. https://nodejs.org`,
  );
  process.exit(1);
}
