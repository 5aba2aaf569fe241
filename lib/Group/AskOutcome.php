<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

/** The outcome of inviting a person to a group; ASK_OUTCOMES of src/group/model.ts. */
enum AskOutcome: string {
	case Notified = 'notified';
	/** Invited, without an account: the keeper of their card is notified, and answers with them. */
	case KeeperAsked = 'keeper_asked';
	/** Notified, and the inviter keeps the card: no one else was notified. */
	case NoAccount = 'no_account';
	case AskedAlready = 'asked_already';
	case RefusedBefore = 'refused_before';
	case InAlready = 'in_already';
}
