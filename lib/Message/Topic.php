<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

/** The subject of a conversation: the card of a person, or something of theirs. */
final class Topic {
	/**
	 * @param string $type one of ABOUT_TYPES of src/message/model.ts
	 * @param int $memberId the person who is written to
	 * @param bool $masked whether they stay unnamed
	 */
	private function __construct(
		public readonly string $type,
		public readonly int $id,
		public readonly int $memberId,
		public readonly bool $masked = false,
	) {
	}

	public static function card(int $memberId): self {
		return new self(Conversation::MEMBER, $memberId, $memberId);
	}

	/** @param int $memberId the person who published it, and gets the answers */
	public static function of(string $type, int $id, int $memberId): self {
		return new self($type, $id, $memberId);
	}

	/** @param int $memberId its author, who stays unnamed: nothing that the writer learns may depend on this person */
	public static function ofUnnamed(string $type, int $id, int $memberId): self {
		return new self($type, $id, $memberId, true);
	}

	/**
	 * People who publish something to be answered can be written to about it, whatever they chose for their card. This does not apply to groups, which no one
	 * publishes alone, nor to sheets, whose authors may be named by others.
	 */
	public static function asksForAnswers(string $type): bool {
		return !in_array($type, [Conversation::MEMBER, Conversation::GROUP, Conversation::SHEET], true);
	}

	/** Whether a conversation has this subject. A conversation about a card is about the two people. */
	public function isOf(Conversation $conversation): bool {
		return $this->knows($conversation) && $conversation->getAboutType() === $this->type && ($this->type === Conversation::MEMBER || $conversation->getAboutId() === $this->id);
	}

	/** Whether no one may write about it, because the facilitators stopped this conversation of the two. */
	public function isStoppedBy(Conversation $conversation): bool {
		return $conversation->is(Conversation::STOPPED) && ($this->masked ? $this->isOf($conversation) : $this->knows($conversation));
	}

	/** A person who is written to as an unnamed author is not found by their other conversations, and the other way round: that would name them. */
	private function knows(Conversation $conversation): bool {
		return $this->masked ? $conversation->getMasked() !== null : !$conversation->isMasked();
	}
}
