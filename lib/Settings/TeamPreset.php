<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

/** How people join the team of a new group, unless its facilitators choose otherwise. */
enum TeamPreset: string {
	/** Everyone may join. */
	case Open = 'open';
	/** Everyone may ask to join. */
	case Request = 'request';
	/** By invitation only; others do not see it. */
	case Private = 'private';

	/** Whether this one lets more people in than the other. */
	public function isWiderThan(self $other): bool {
		$order = [self::Private, self::Request, self::Open];
		return array_search($this, $order, true) > array_search($other, $order, true);
	}
}
