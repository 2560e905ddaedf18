// Times one JavaScript peer on a reply: node run.mjs NAME FILE ROUNDS → one line of JSON, in ms.
// The order number changes each round, so that no cache of results helps.
import { readFileSync } from "node:fs";

const [name, file, rounds] = process.argv.slice(2);
const reply = readFileSync(file, "utf8");

async function checker() {
  if (name === "write-good") {
    const { default: check } = await import("write-good");
    return check;
  }
  if (name === "alex") {
    const { text } = await import("alex");
    return text;
  }
  const { LocalLinter, binaryInlined } = await import("harper.js");
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return (text) => linter.lint(text);
}

const check = await checker();
const times = [];
for (let round = -10; round < Number(rounds); round += 1) {
  const text = reply.replace("48213", String(48213 + round));
  const start = performance.now();
  await check(text);
  if (round >= 0) times.push(performance.now() - start);
}
console.log(JSON.stringify(times));
