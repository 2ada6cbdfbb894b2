'use strict';

/** As many as LOX24 takes. */
const MOST = 5;
const OF_THIS_COMPUTER = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The notification settings, which LOX24 has in its web account only. They are kept in state.notifications;
 * a token is not shown there.
 * @param {object} state
 * @param {string[]} names of all events
 */
function notificationsOf(state, names) {
	return {
		/**
		 * @param {{ url: string, token?: string, events?: string[] }} input token: sent in a header; events: all, if
		 *   there are none
		 * @returns {object} the setting
		 * @throws {TypeError} for what cannot be set, and for addresses of other computers: a stand-in must not reach
		 *   anyone else
		 */
		add({ url, token = '', events = [] }) {
			if (state.notifications.size >= MOST)
				throw new TypeError(`At most ${MOST} notification settings are possible`);
			if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
				throw new TypeError(`${url} is no address`);
			if (!OF_THIS_COMPUTER.test(new URL(url).hostname))
				throw new TypeError(`${new URL(url).hostname} is not an address of this computer`);
			const unknown = events.filter((name) => !names.includes(name));
			if (unknown.length > 0) throw new TypeError(`There is no event ${unknown.join(', ')}`);
			const id = String(state.nextNotificationId++);
			const setting = { id, url, events, hasToken: token !== '' };
			// Not enumerable, so that no view of the state shows it.
			Object.defineProperty(setting, 'token', { value: token });
			state.notifications.set(id, setting);
			return setting;
		},
		/** @param {string} id */
		remove(id) {
			if (!state.notifications.delete(id)) throw new TypeError(`There is no setting ${id}`);
		},
	};
}

module.exports = { notificationsOf };
