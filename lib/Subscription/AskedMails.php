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
 * Mails that anybody can have sent to any address, by typing it on a page: few a day to one address, and not more than so many an hour in all, so that the page
 * cannot be used to pester others. Whether one was sent is not said. Each sort of mail is counted by itself, and one network of the internet asks for half of
 * them at most, counted for a mailbox, which has as many addresses as one likes: so a stranger keeps nobody from their own, and who has the link of another mail has more.
 */
class AskedMails {
	/** Sorts of mails: the question about the letter, the link of one's page. */
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
	 * @throws ReasonException enough_mails: to everybody
	 */
	public function requireRoom(): void {
		$now = $this->clock->getTime();
		if ($this->subscribers->countMailed($now - 3600, $now) >= self::IN_ALL) {
			throw new ReasonException('enough_mails', Http::STATUS_TOO_MANY_REQUESTS);
		}
	}

	/**
	 * @param self::LETTER|self::PAGE $sort
	 * @param string $address to which it goes
	 * @param bool $byLink the person asking has the link of another mail to this address
	 * @return bool whether one more may be sent now; of two at the same moment, one may
	 */
	public function take(Subscriber $row, string $sort, string $address, bool $byLink = false): bool {
		$now = $this->clock->getTime();
		[$mailed, $mails] = $sort === self::LETTER ? [$row->getMailedAt(), $row->getMails()] : [$row->getPageMailedAt(), $row->getPageMails()];
		// A clock that was put back makes nobody wait for the time it showed.
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
