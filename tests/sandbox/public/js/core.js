/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* The globals that @nextcloud/* packages and the app's l10n files expect of Nextcloud's own scripts. */
(() => {
	const config = JSON.parse(document.currentScript.dataset.config)
	const { user, userDisplayname } = document.head.dataset
	const translations = window._oc_l10n_registry_translations ??= {}
	const plurals = window._oc_l10n_registry_plural_functions ??= {}

	window._oc_webroot = ''
	window._oc_appswebroots = { [config.app]: `/apps/${config.app}` }
	window._oc_isadmin = config.admin
	window._oc_debug = false
	window._oc_config = { loglevel: 2, modRewriteWorking: true }
	window._oc_capabilities = {}
	window.OCA = {}
	window.OC = {
		webroot: '',
		appswebroots: window._oc_appswebroots,
		config: { version: '33.0.0', modRewriteWorking: true },
		coreApps: ['core', 'files'],
		currentUser: user ?? false,
		getCurrentUser: () => user === undefined ? null : { uid: user, displayName: userDisplayname },
		isUserAdmin: () => config.admin,
		/** Where the bundles look for their chunks. */
		filePath: (app, type, file) => ['', 'apps', app, type, file].filter((part, index) => index === 0 || part !== '').join('/'),
		L10N: {
			/** As Nextcloud does it, the plural is its scripts' choice, not the file's: two forms in French. */
			register(app, texts) {
				translations[app] = { ...translations[app], ...texts }
				plurals[app] = (number) => number === 1 || (number === 0 && document.documentElement.lang === 'fr') ? 0 : 1
			},
		},
	}

	document.addEventListener('keydown', (event) => {
		const menu = document.getElementById('user-menu')
		if (event.key === 'Escape' && menu?.open) {
			menu.open = false
			menu.querySelector('summary').focus()
		}
	})
	document.addEventListener('click', ({ target }) => {
		const menu = document.getElementById('user-menu')
		if (menu?.open && !menu.contains(target)) {
			menu.open = false
		}
	})
})()
