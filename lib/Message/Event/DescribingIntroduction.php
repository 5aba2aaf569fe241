<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message\Event;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\EventDispatcher\Event;

/** A person reads a conversation of two who were introduced: listeners add the reasons. */
class DescribingIntroduction extends Event {
	/** @var list<string> sentences in the reader's language, from what they may see */
	public array $reasons = [];

	/**
	 * @param Member $own on the reader's side, with identity and visibility only
	 * @param Member $other on the other side, with identity and visibility only
	 */
	public function __construct(
		public readonly Viewer $viewer,
		public readonly Member $own,
		public readonly Member $other,
	) {
		parent::__construct();
	}
}
