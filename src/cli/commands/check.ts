import { withApi } from '../api.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit.js';
import { CHECK, type CheckAnswer, countsText } from '../queries.js';

export const check: Command = {
  name: 'check',
  summary: 'check the invariants of the stored data',
  operands: '',
  about: `Reads the whole store and checks that its invariants hold: every claim has evidence and two ends, every record can be
read and is valid, changes are numbered without gaps, and so on. Prints each finding on a line: rule: subject: message.`,
  options: {},
  examples: ['jejak check'],
  run: () =>
    withApi(async (api) => {
      const answer = await whileShowing('checking …', api.ask<CheckAnswer>(CHECK));
      for (const { rule, subject, message } of answer.check) console.log(`${rule}: ${subject}: ${message}`);
      const found = answer.check.length;
      if (found > 0) {
        console.error(`${found} ${found === 1 ? 'finding' : 'findings'}`);
        return EXIT.negative;
      }
      console.log(`all invariants hold: engine ${answer.status.engine}, ${countsText(answer.status)}`);
      return EXIT.ok;
    }),
};

/** Shows a line while work goes on, where a person may be watching, and takes it away. */
async function whileShowing<T>(line: string, work: Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work;
  process.stderr.write(line);
  try {
    return await work;
  } finally {
    process.stderr.write('\r\u001b[K');
  }
}
