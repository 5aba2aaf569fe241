<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

/** When a person is notified (docs/decisions/0033-how-word-reaches-people.md). */
enum Timing: string {
	/** As a Nextcloud notification and, for kinds that have one, as a separate mail. */
	case Now = 'now';
	/** By a line in the mail of the next morning, without a notification. */
	case Daily = 'daily';
	/** Not at all; the app shows it. */
	case Never = 'never';
}
