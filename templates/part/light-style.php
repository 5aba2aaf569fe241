<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* What a page for people without an account looks like: nothing of Nextcloud's is loaded. */
?>
	<style>
		:root { --text: #222; --quiet: #5b5b5b; --line: #767676; --ground: #fff; --soft: #f3f3f1; color-scheme: light dark; }
		@media (prefers-color-scheme: dark) { :root { --text: #ebebeb; --quiet: #b4b4b4; --line: #949494; --ground: #171717; --soft: #242424; } }
		* { box-sizing: border-box; }
		body { margin: 0; background: var(--ground); color: var(--text); font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Ubuntu, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
		.light-head, main { max-width: 44rem; margin: 0 auto; padding: 16px 20px; }
		.light-head { padding-block-end: 0; color: var(--quiet); }
		h1 { margin: 0 0 16px; font-size: 26px; line-height: 1.25; text-wrap: balance; }
		h2 { margin: 0 0 4px; font-size: 20px; line-height: 1.3; }
		p { margin: 0 0 16px; }
		a { color: inherit; }
		:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; }
		.light-note { padding: 12px 16px; border-inline-start: 4px solid var(--text); background: var(--soft); }
		.light-card { margin: 0 0 20px; padding: 20px; border-radius: 12px; background: var(--soft); }
		.light-card p { margin: 0 0 8px; }
		.card-part { margin-block-start: 20px; }
		.card-part__title { margin: 0 0 4px; font-size: 17px; }
		.card-part__audience { margin-inline-start: 8px; color: var(--quiet); font-size: 15px; font-weight: 400; }
		.ui-text { white-space: pre-line; }
		.ui-hint { color: var(--quiet); font-size: 15px; }
		.card-items, .card-contact { margin: 0; padding-inline-start: 20px; }
		.card-items .ui-hint { display: block; }
		.card-from, .card-from dd { margin: 0; }
		.card-from > div { margin: 0 0 8px; }
		.light-answer { margin: 0 0 20px; }
		.light-answer p { margin: 8px 0 0; }
		label { display: block; margin: 0 0 4px; font-weight: 600; }
		.light-hidden { position: absolute; overflow: hidden; width: 1px; height: 1px; clip-path: inset(50%); }
		.light-group { margin: 0 0 20px; padding: 12px 16px; border: 2px solid var(--line); border-radius: 12px; }
		.light-group legend { padding: 0 8px; font-size: 20px; font-weight: 600; }
		.light-choice { display: flex; align-items: center; gap: 12px; min-height: 48px; }
		.light-choice input { width: 24px; height: 24px; margin: 0; }
		.light-section { margin: 0 0 32px; padding-block-start: 16px; border-block-start: 1px solid var(--line); }
		.light-section > h2 { margin: 0 0 12px; }
		.light-lines { margin: 0 0 16px; padding-inline-start: 20px; }
		.light-lines li { margin: 0 0 8px; }
		.light-lines .ui-hint { display: block; }
		textarea, select, input:not([type=hidden], [type=radio]) { width: 100%; min-height: 52px; margin: 0 0 12px; padding: 10px 14px; border: 2px solid var(--line); border-radius: 12px; background: var(--ground); color: inherit; font: inherit; }
		button { width: 100%; min-height: 52px; padding: 12px 16px; border: 2px solid var(--line); border-radius: 12px; background: var(--ground); color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
		button:hover { border-color: var(--text); background: var(--soft); }
		@media (width >= 600px) { button { width: auto; min-width: 24rem; } }
		@media print { .light-answer { display: none; } }
	</style>
