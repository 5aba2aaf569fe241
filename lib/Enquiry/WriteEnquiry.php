<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Enquiry;

use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Message\MessageRules;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\AskForLetter;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IRequest;
use OCP\Security\RateLimiting\ILimiter;
use OCP\Security\RateLimiting\IRateLimitExceededException;

/**
 * A visitor of the public showcase writes: what they type waits for the link in the email that is sent to the address they give. What the page says does not depend
 * on whether that address is known, or on whether another email is sent to it: anybody can type it.
 */
class WriteEnquiry {
	public const LIMITS = AskForLetter::LIMITS + MessageRules::LIMITS;

	/** Emails to one mailbox within a day. */
	public const A_DAY = 4;
	/** Of these, what one network of the internet asks for: so a stranger keeps nobody from writing. */
	private const A_DAY_OF_ONE_NETWORK = 3;
	private const DAY = 86_400;
	/** Messages that one computer writes, by the seconds within which. */
	public const OF_ONE_COMPUTER = [3600 => 10, self::DAY => 20];
	/** Emails within an hour, to everybody. */
	private const IN_ALL = 300;
	/** Seconds within which the same words are not written twice. */
	private const PATIENCE = 900;

	public function __construct(
		private readonly EnquiryMapper $enquiries,
		private readonly EnquiryText $texts,
		private readonly ConfirmMail $mail,
		private readonly AskForLetter $addresses,
		private readonly Refusals $hashes,
		private readonly LinkTokens $tokens,
		private readonly ILimiter $limiter,
		private readonly IRequest $request,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @param mixed $name raw input
	 * @param mixed $address raw input
	 * @param mixed $text raw input
	 * @return Words what was written
	 * @throws ReasonException wrong_type · bad_text · too_long · name_missing · bad_address · text_missing · enough_mails · enough_of_one: from this computer · mail_failed
	 */
	public function write(About $about, mixed $name, mixed $address, mixed $text): Words {
		$name = AskForLetter::name($name);
		if ($name === '') {
			throw new ReasonException('name_missing', details: ['field' => 'name']);
		}
		$words = new Words($name, $this->addresses->address($address), MessageRules::text($text));
		$now = $this->clock->getTime();
		$same = LinkTokens::hash(implode("\n", [$this->hashes->hash($words->address), $about->type->value, $about->id, intdiv($now, self::PATIENCE), $words->name, $words->text]));
		if ($this->enquiries->isThere($same)) {
			return $words;
		}
		if ($this->enquiries->countWritten($now - 3600) >= self::IN_ALL) {
			throw new ReasonException('enough_mails', Http::STATUS_TOO_MANY_REQUESTS);
		}
		foreach (self::OF_ONE_COMPUTER as $seconds => $most) {
			if (!$this->take("reseau-write-$seconds", $most, $seconds)) {
				throw new ReasonException('enough_of_one', Http::STATUS_TOO_MANY_REQUESTS);
			}
		}
		$hash = $this->hashes->mailboxHash($words->address);
		$token = $this->take("reseau-enquiry-$hash", self::A_DAY_OF_ONE_NETWORK, self::DAY) ? $this->store($about, $words, $hash, $same, $now) : null;
		if ($token !== null && !$this->mail->send($words->address, $token, $about)) {
			$this->enquiries->remove((int)$this->enquiries->findByToken(LinkTokens::hash($token))?->id());
			throw new ReasonException('mail_failed', Http::STATUS_UNPROCESSABLE_ENTITY);
		}
		return $words;
	}

	/** @return ?string the token of its link; null: the mailbox has enough of them, or the same was written at this moment */
	private function store(About $about, Words $words, string $mailboxHash, string $same, int $now): ?string {
		$token = $this->tokens->make();
		$this->enquiries->freeSlots($mailboxHash, $now - self::DAY);
		for ($slot = 1; $slot <= self::A_DAY; $slot++) {
			$stored = $this->enquiries->store([
				'about_type' => $about->type->value,
				'about_id' => $about->id,
				'data' => $this->texts->write($words),
				'token_hash' => LinkTokens::hash($token),
				'same_hash' => $same,
				'address_hash' => $mailboxHash,
				'slot' => $slot,
				'written_at' => $now,
			]);
			if ($stored) {
				return $token;
			}
		}
		return null;
	}

	/** Counts one more of the network from which the visitor writes; false if it has had the most. */
	private function take(string $what, int $most, int $seconds): bool {
		try {
			$this->limiter->registerAnonRequest($what, $most, $seconds, $this->request->getRemoteAddress());
		} catch (IRateLimitExceededException) {
			return false;
		}
		return true;
	}
}
