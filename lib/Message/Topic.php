<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

/** What a conversation is about: the card of a person, or something of theirs that asks for answers. */
final class Topic {
	/**
	 * @param string $type one of ABOUT_TYPES of src/message/model.ts
	 * @param int $memberId the person who is written to
	 */
	private function __construct(
		public readonly string $type,
		public readonly int $id,
		public readonly int $memberId,
	) {
	}

	public static function card(int $memberId): self {
		return new self(Conversation::MEMBER, $memberId, $memberId);
	}

	/** @param int $memberId who published it, and gets the answers */
	public static function of(string $type, int $id, int $memberId): self {
		return new self($type, $id, $memberId);
	}

	/** Whoever publishes something to be answered can be written to about it, whatever they chose for their card. Nobody publishes a group alone. */
	public static function asksForAnswers(string $type): bool {
		return !in_array($type, [Conversation::MEMBER, Conversation::GROUP], true);
	}

	/** Whether a conversation is about it. One about a card is about the two people. */
	public function isOf(Conversation $conversation): bool {
		return $conversation->getAboutType() === $this->type && ($this->type === Conversation::MEMBER || $conversation->getAboutId() === $this->id);
	}
}
