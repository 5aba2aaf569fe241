<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;

/**
 * The link of a subscriber, the same in each of their mails: it confirms that they want the letter, and lets them leave it. Letters are forwarded to others, so
 * the link opens nothing private.
 */
class SubscriberLinks {
	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly FormerLinkMapper $formerLinks,
		private readonly LinkTokens $tokens,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return string its token, made for the first mail; empty: the subscriber no longer exists */
	public function token(int $subscriberId): string {
		$row = $this->subscribers->findById($subscriberId);
		$known = $this->tokens->decrypt($row?->getToken());
		if ($row === null || $known !== null) {
			return $known ?? '';
		}
		// Makes a new one if the server's key has changed.
		$token = $this->tokens->make();
		$mine = $this->subscribers->link($subscriberId, LinkTokens::hash($token), $this->tokens->encrypt($token), $row->getTokenHash());
		return $mine ? $token : (string)$this->tokens->decrypt($this->subscribers->findById($subscriberId)?->getToken());
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): Subscriber {
		$hash = LinkTokens::hash($token);
		return $this->subscribers->findByToken($hash) ?? $this->subscribers->findById($this->formerLinks->subscriberOf($hash) ?? 0) ?? throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}

	/**
	 * The subscriber of a question that is unanswered, or was answered with yes. The links of earlier letters do not answer it.
	 *
	 * @throws ReasonException link_gone
	 */
	public function question(string $token): Subscriber {
		$row = $this->open($token);
		$isOpen = $row->getTokenHash() === LinkTokens::hash($token) && ($row->isAsked($this->clock->getTime()) || $row->gets());
		return $isOpen ? $row : throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND);
	}
}
