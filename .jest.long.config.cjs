/** The long forms of the reliability tests: one file after the other, with a new seed that SEED replaces. */
const short = require('./.jest.config.cjs');

process.env.LONG = '1';
process.env.SEED ??= String(Math.floor(Date.now() / 1000));
process.stdout.write(`SEED=${process.env.SEED}\n`);

module.exports = {
  ...short,
  testMatch: ['<rootDir>/test/long/**/*.long.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  // The longest story takes two minutes alone, and several times as long beside other work.
  testTimeout: 20 * 60000,
};
