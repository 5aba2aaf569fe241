<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Board;

use OCA\Reseau\Shared\Fold;

/** The stack of finished cards: people move cards there without marking them as done. As isDoneStack() of src/board/summary.ts. */
final class DoneStack {
	/** Its common names, folded; Deck before Nextcloud 35 does not say which it is. */
	private const TITLES = [
		'fait', 'faits', 'faite', 'faites', 'c est fait', 'termine', 'termines', 'terminee', 'terminees', 'fini', 'finis', 'finie', 'finies',
		'acheve', 'realise', 'realises', 'realisees', 'accompli', 'clos', 'archive', 'archives', 'done', 'finished', 'completed', 'closed',
	];

	/** @param object $stack Deck's own */
	public static function matches(object $stack): bool {
		// Its getter is missing in older versions of Deck.
		return ($stack->jsonSerialize()['isDoneColumn'] ?? false) === true || in_array(Fold::text((string)$stack->getTitle()), self::TITLES, true);
	}
}
