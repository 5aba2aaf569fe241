<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Message\MessageNotifications;
use OCA\Reseau\Shared\Accounts;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IRequest;
use OCP\Security\RateLimiting\ILimiter;
use OCP\Security\RateLimiting\IRateLimitExceededException;

/** What a visitor does by the link in their email: they send what they wrote, or delete it. */
class SendEnquiry {
	/** Messages about one thing within a day: nobody floods a group. */
	public const A_DAY = 30;
	/** Of these, what one computer sends: so one person keeps nobody from writing. */
	public const A_DAY_OF_ONE_COMPUTER = 5;
	private const DAY = 86_400;

	public function __construct(
		private readonly EnquiryMapper $enquiries,
		private readonly Subjects $subjects,
		private readonly EnquiryText $texts,
		private readonly EnquiryNotifications $notifications,
		private readonly EnquiryMail $mail,
		private readonly MessageNotifications $messages,
		private readonly Accounts $accounts,
		private readonly ILimiter $limiter,
		private readonly IRequest $request,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function open(string $token): Enquiry {
		$enquiry = $this->enquiries->findByToken(LinkTokens::hash($token));
		return $enquiry?->isThere($this->clock->getTime()) === true ? $enquiry : throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND, throttle: true);
	}

	/**
	 * Does nothing if it was sent before.
	 *
	 * @throws ReasonException link_gone · not_found: what it is about is no longer shown · enough_enquiries: wait until tomorrow · enough_of_one: the same, from this computer · not_readable: the server's key has changed
	 */
	public function send(string $token): void {
		$enquiry = $this->open($token);
		if ($enquiry->isSent()) {
			return;
		}
		$about = $this->subjects->shown($enquiry->type(), $enquiry->getAboutId());
		$words = $this->texts->read($enquiry) ?? throw new ReasonException('not_readable', Http::STATUS_UNPROCESSABLE_ENTITY);
		$now = $this->clock->getTime();
		if ($this->enquiries->countSent($about->type, $about->id, $now - self::DAY) >= self::A_DAY) {
			throw new ReasonException('enough_enquiries', Http::STATUS_TOO_MANY_REQUESTS);
		}
		try {
			$this->limiter->registerAnonRequest("reseau-send-{$about->type->value}-$about->id", self::A_DAY_OF_ONE_COMPUTER, self::DAY, $this->request->getRemoteAddress());
		} catch (IRateLimitExceededException) {
			throw new ReasonException('enough_of_one', Http::STATUS_TOO_MANY_REQUESTS);
		}
		if ($this->enquiries->send($enquiry->id(), $now)) {
			$this->tellReaders($enquiry, $about, $words);
		}
	}

	/**
	 * @throws ReasonException link_gone
	 */
	public function delete(string $token): void {
		$id = $this->open($token)->id();
		$this->enquiries->remove($id);
		$this->notifications->settled($id);
	}

	/** By notification and email, as they have chosen for messages. */
	private function tellReaders(Enquiry $enquiry, About $about, Words $words): void {
		foreach ($this->subjects->readers($about->type, $about->id) as $uid) {
			$this->notifications->tell($enquiry->id(), $uid);
			$user = $this->accounts->active($uid);
			if ($user !== null && $this->messages->wantsMails($uid)) {
				$this->mail->send($user, $about, $enquiry->id(), $words);
			}
		}
	}
}
