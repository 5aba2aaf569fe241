<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IRequest;
use OCP\Security\RateLimiting\ILimiter;
use OCP\Security\RateLimiting\IRateLimitExceededException;

/**
 * Mails that anyone can have sent to any address by typing it on a page. They are limited to a few a day per address and a number per hour in all, so that the
 * page cannot be used to pester people. The page does not reveal whether a mail was sent. Each kind of mail is counted separately, and one network of the internet
 * gets half of them at most, counted by mailbox, which may have any number of addresses: a stranger cannot use up the mails of others, and a person with the
 * link of another mail has a higher limit.
 */
class AskedMails {
	/** Kinds of mails: the question about the letter, and the link of a person's page. */
	public const LETTER = 'letter';
	public const PAGE = 'page';

	private const PATIENCE = 900;
	private const DAY = 86_400;
	private const A_DAY = 4;
	private const A_DAY_OF_ONE_NETWORK = 2;
	private const A_DAY_BY_LINK = 8;
	private const IN_ALL = 300;

	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly Refusals $hashes,
		private readonly ILimiter $limiter,
		private readonly IRequest $request,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @throws ReasonException enough_mails: the limit of all addresses together
	 */
	public function requireRoom(): void {
		$now = $this->clock->getTime();
		if ($this->subscribers->countMailed($now - 3600, $now) >= self::IN_ALL) {
			throw new ReasonException('enough_mails', Http::STATUS_TOO_MANY_REQUESTS);
		}
	}

	/**
	 * @param self::LETTER|self::PAGE $sort
	 * @param string $address the recipient
	 * @param bool $byLink the person asking has the link of another mail to this address
	 * @return bool whether another mail may be sent now; of two requests at the same moment, only one gets true
	 */
	public function take(Subscriber $row, string $sort, string $address, bool $byLink = false): bool {
		$now = $this->clock->getTime();
		[$mailed, $mails] = $sort === self::LETTER ? [$row->getMailedAt(), $row->getMails()] : [$row->getPageMailedAt(), $row->getPageMails()];
		// After a clock was set back, no one has to wait for the time it showed before.
		$last = (int)$mailed > $now ? 0 : (int)$mailed;
		$sent = $last > $now - self::DAY ? (int)$mails : 0;
		return $sent < ($byLink ? self::A_DAY_BY_LINK : self::A_DAY) && $last <= $now - self::PATIENCE
			&& ($byLink || $this->takeOfNetwork($sort, $address)) && $this->subscribers->noteMail($row, $sort, $now, $sent + 1);
	}

	private function takeOfNetwork(string $sort, string $address): bool {
		try {
			$this->limiter->registerAnonRequest("reseau-mail-$sort-{$this->hashes->mailboxHash($address)}", self::A_DAY_OF_ONE_NETWORK, self::DAY, $this->request->getRemoteAddress());
		} catch (IRateLimitExceededException) {
			return false;
		}
		return true;
	}
}
