/** Loaded before the bot: when the demo is gone, however it went, the bot stops as if it were asked to. */
'use strict';
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
