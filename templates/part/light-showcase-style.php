<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* The parts that only the pages of the public showcase have: links to each other, and a search. */
?>
	<style>
		.light-nav { max-width: 44rem; margin: 0 auto; padding: 16px 20px 0; }
		.light-nav ul { display: flex; flex-wrap: wrap; gap: 0 20px; margin: 0; padding: 0; list-style: none; }
		.light-nav a { display: block; padding: 10px 0; }
		.light-nav [aria-current] { font-weight: 600; text-decoration-thickness: 3px; }
		.light-search { margin: 0 0 20px; }
		.light-search details details { padding-inline-start: 20px; }
		.light-search summary { padding: 10px 0; cursor: pointer; }
		.light-search fieldset { margin: 0; padding: 0 0 8px; border: 0; }
		.light-search .light-choice { font-weight: 400; }
		.light-search .light-choice input { flex: none; width: 24px; min-height: 24px; padding: 0; }
	</style>
