<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Member\Card\CardWords;
use OCP\IL10N;

/** The name of an author who stays unnamed, in texts: the same words as in src/message/words.ts. */
final class AuthorName {
	/** @param ?string $title of what they wrote, if the reader may know of it */
	public static function of(IL10N $l, ?string $title): string {
		return $title === null ? $l->t('An anonymous author') : CardWords::fill($l->t('The author of “{title}”'), ['title' => $title]);
	}
}
