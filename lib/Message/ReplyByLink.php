<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/** What a person without an account does by the link in their mail: they read the conversation, answer, or want no more mails of it. */
class ReplyByLink {
	/** Answers within an hour: nobody has logged in who could be counted. */
	private const MOST = 20;

	public function __construct(
		private readonly ReplyLinks $links,
		private readonly WriteMessage $writing,
		private readonly MessageMapper $messages,
		private readonly PartyMapper $parties,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return array{TwoPeople, Side}
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): array {
		return $this->links->open($token);
	}

	/**
	 * @param mixed $text raw input
	 * @param mixed $key raw input: sent again with the same one, it is one message
	 * @throws ReasonException link_gone · those of MessageRules and MessageAccess · enough_messages
	 */
	public function answer(string $token, mixed $text, mixed $key): void {
		[$people, $side] = $this->links->open($token);
		// A form without scripts sends both characters of a line break.
		$text = MessageRules::text(is_string($text) ? str_replace("\r\n", "\n", $text) : $text);
		$key = MessageRules::key("link $token", $key);
		if ($this->messages->findByKey($key) === null && $this->messages->countSince($people->id(), $side, $this->clock->getTime() - 3600) >= self::MOST) {
			throw new ReasonException('enough_messages', Http::STATUS_TOO_MANY_REQUESTS);
		}
		$this->writing->reply(fn (): array => $this->links->open($token), $text, $key);
	}

	/**
	 * The link stops working; from now on the keeper of the card gets the messages.
	 *
	 * @throws ReasonException link_gone
	 */
	public function stop(string $token): void {
		[$people, $side] = $this->links->open($token);
		$party = $people->party($side);
		if ($party !== null) {
			$this->parties->unlink($party);
		}
	}
}
