/** The browser suite: the built bot, real chat windows, one file at a time. Start it with `npm run test:browser`. */
const shared = require('./.jest.config.cjs');

module.exports = {
  ...shared,
  testMatch: ['<rootDir>/test/e2e/*.e2e.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 180000,
};
