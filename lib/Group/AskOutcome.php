<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

/** What became of asking somebody into a group; ASK_OUTCOMES of src/group/model.ts. */
enum AskOutcome: string {
	case Notified = 'notified';
	/** Marked as invited, without an account: whoever keeps their card is told, and answers with them. */
	case KeeperAsked = 'keeper_asked';
	/** The same where the asker keeps the card: nobody else was told. */
	case NoAccount = 'no_account';
	case AskedAlready = 'asked_already';
	case RefusedBefore = 'refused_before';
	case InAlready = 'in_already';
}
