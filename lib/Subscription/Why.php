<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

/** Why a person gets what the network sends. */
enum Why: string {
	/** A member chose so in the app. */
	case Member = 'member';
	/** The address was given in the form, and confirmed by the link of a mail. */
	case Confirmed = 'confirmed';
	/** A facilitator imported it with the day and manner of the consent. */
	case Imported = 'imported';
	/** The person told the keeper of their card or a facilitator: on the telephone, on paper. */
	case Told = 'told';
	/** The same, of a person whom no mail reached then: they said yes to paper, or to having it read aloud. No mail is sent for it. */
	case Paper = 'paper';
	/** They are a member, to whom the network has to send this. */
	case Statutory = 'statutory';
}
