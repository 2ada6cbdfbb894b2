/**
 * Ends a process that was started as the head of a group, with everything it started itself.
 *
 * @param {number} pid
 * @param {'SIGTERM' | 'SIGKILL'} signal
 */
function endGroup(pid, signal) {
	try {
		// Windows has no groups; there the end of n8n ends its task runner too.
		process.kill(process.platform === 'win32' ? pid : -pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}

module.exports = { endGroup };
