<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

/** Why no mail reaches a person of a list: NO_MAILS of src/subscription/model.ts. */
enum NoMail: string {
	/** They want the letter on paper, or read aloud. */
	case Paper = 'paper';
	/** Their account has no address. */
	case NoAddress = 'no_address';
	/** Their account is disabled, or may not use the app. */
	case Disabled = 'disabled';
	/** Their kept card has no address. */
	case CardAddress = 'card_address';
	/** Their kept card is a draft, withdrawn or suspended. */
	case CardHidden = 'card_hidden';
	/** Another person at the same address gets the mail. */
	case Shared = 'shared';
	/** Another person at the same address left the letter since. */
	case LeftThere = 'left_there';
}
