<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

/** Why a person gets what the network sends. */
enum Why: string {
	/** A member chose it in the app. */
	case Member = 'member';
	/** The address was given in the form, and confirmed by the link of a mail. */
	case Confirmed = 'confirmed';
	/** A facilitator imported it with the day and manner of the consent. */
	case Imported = 'imported';
	/** The person gave their answer to the keeper of their card or a facilitator: on the telephone, on paper, in person. */
	case Reported = 'told';
	/** The person gave their answer that way and has no working mail address: yes to the letter on paper, or to having it read aloud. They are sent no mail. */
	case Paper = 'paper';
	/** The person is a member, and the network has to send them this. */
	case Statutory = 'statutory';
}
