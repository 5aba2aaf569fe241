<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

/** The kinds of notifications. A person chooses for each kind; every notification has one. */
enum Kind: string {
	/** A person, or a visitor of the public showcase, writes to them; for facilitators also a reported conversation. */
	case Message = 'message';
	/** An invitation, a request to join a group they facilitate, a change that concerns them. */
	case Group = 'group';
	/** A meeting of their group is set, changed or cancelled. */
	case Calendar = 'calendar';
	/** An engagement, or the time as a facilitator, ends. */
	case Engagement = 'engagement';
	/** A person would like to get to know them, or an introduction of theirs changes; for facilitators also one that waits for them. */
	case Introduction = 'introduction';
	/** A person they could meet. Choices are stored, and sent, under the older name. */
	case Match = 'meeting';
	/** A notice of theirs ends, or something they said in a session could become a notice. */
	case Notice = 'notice';
	/** A notice of someone else near them, on their themes, or that what they offer fits. */
	case Near = 'near';
	/** Someone linked their card, a card they keep, their story or notice, or a group they facilitate, thanked them, or answered their story. */
	case Linked = 'linked';
	/** A person whose card they keep agreed to it, refused, or withdrew. */
	case Kept = 'kept';
	/** Once a year: are their card, and those they keep, still true? */
	case StillTrue = 'still_true';

	/** Answers that a person waits for are delivered immediately. What Réseau sends on its own comes once a day at most. */
	public function usual(): Timing {
		return match ($this) {
			self::Message, self::Group, self::Introduction, self::Notice, self::Kept => Timing::Now,
			self::Calendar, self::Engagement, self::Match, self::Near, self::Linked, self::StillTrue => Timing::Daily,
		};
	}
}
