/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Our own icons on a grid of 24, as lines. */
export const icons = {
	back: 'M19 12H5m6-6-6 6 6 6',
	bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10.5 21h3',
	board: 'M4 4h4.5v16H4zM9.8 4h4.4v10H9.8zM15.5 4H20v13h-4.5z',
	bring: 'M12 3v11m-4.5-4.5L12 14l4.5-4.5M4 15v5h16v-5',
	check: 'm5 12.5 4.5 4.5L19 7.5',
	close: 'M6 6l12 12M18 6 6 18',
	down: 'm6 9 6 6 6-6',
	file: 'M6 3h8l4 4v14H6zM14 3v4h4',
	filter: 'M4 6h16M7 12h10M10 18h4',
	first: 'M5 5h14M12 20V9m-5 5 5-5 5 5',
	folder: 'M3.5 6h6l2 2.5h9V19h-17z',
	globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18',
	groups: 'M12 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM5.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM18.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10.8 8.2l-4 7M13.2 8.2l4 7M8 17.5h8',
	home: 'm3.5 11.5 8.5-8 8.5 8M6 9.5V20h4.5v-5.5h3V20H18V9.5',
	keep: 'M8 3h7l4 4v10H8zM15 3v4h4M8 7H5v14h10v-4',
	letter: 'M3.5 5.5h17v13h-17zM3.5 7l8.5 6.5L20.5 7',
	library: 'M4.5 4h4v16h-4zM8.5 4h4v16h-4zM13.6 5.2l3.8-1 3.8 14.6-3.8 1z',
	link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1',
	map: 'M9 4 3.5 6.5v13L9 17l6 2.5 5.5-2.5V4L15 6.5zM9 4v13M15 6.5v13',
	messages: 'M4 5h16v11h-9l-5 4v-4H4z',
	minutes: 'M6 3h8l4 4v14H6zM14 3v4h4M9 11h6M9 14h6M9 17h4',
	more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
	notices: 'M4 10v4h3l8 4.5v-13L7 10zM8 14v5h3v-3.5M18 9.5a3.5 3.5 0 0 1 0 5',
	panel: 'M3.5 5h17v14h-17zM14.5 5v14M17 9h1M17 12h1',
	people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20v-1.5A4.5 4.5 0 0 1 7 14h4a4.5 4.5 0 0 1 4.5 4.5V20M15.5 4.2a3.5 3.5 0 0 1 0 6.6M18 14.3a4.5 4.5 0 0 1 3.5 4.3V20',
	plus: 'M12 5v14M5 12h14',
	search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
	sheet: 'M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4',
	swap: 'M7 4v15m-3.5-3.5L7 19l3.5-3.5M17 20V5m-3.5 3.5L17 5l3.5 3.5',
	up: 'm6 15 6-6 6 6',
	words: 'M6 3h13v18H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM4 19a2 2 0 0 1 2-2h13M8.5 7.5h6',
} as const
export type Icon = keyof typeof icons
