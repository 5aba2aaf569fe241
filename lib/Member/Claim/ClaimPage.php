<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Claim;

use OCA\Reseau\Member\Asking\AskConsent;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;

/**
 * The page that the link in the mail of a keeper opens, with an account or without: from there an account takes the card over, and a person without one has
 * the link to their own page sent to them. templates/light.php prints it.
 */
class ClaimPage {
	public function __construct(
		private readonly ClaimCard $claims,
		private readonly AskConsent $asking,
		private readonly AnswerPage $pages,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/** The address of the page, for a mail. */
	public function url(string $token): string {
		return $this->urls->linkToRouteAbsolute('reseau.page.index') . "card/$token";
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException claim_gone
	 */
	public function question(string $token, string $note = ''): array {
		[$member] = $this->claims->open($token);
		$network = $this->network->name();
		$page = $this->pages->sentence(
			$this->l->t('Your card in %s', [$network]),
			$this->pages->keptBy($member),
			$this->l->t('A question? Ask the person who keeps your card, or the facilitators of %s.', [$network]),
		);
		return [
			'note' => $note,
			'answers' => [[
				'answer' => 'send',
				'button' => $this->l->t('Send me the link to my card'),
				'means' => $this->l->t('You need no account: with this link you read your card and say what is to become of it. It is sent to the email address on the card.'),
			]],
			'links' => [[
				'before' => $this->l->t('You have an account on this Nextcloud?'),
				'href' => $this->urls->linkToRoute('reseau.page.index') . "claim/$token",
				'text' => $this->l->t('Take the card over'),
			]],
		] + $page;
	}

	/**
	 * Sends the link by which the person reads the card and answers without an account.
	 *
	 * @return array<string, mixed> the page after it
	 * @throws ReasonException claim_gone
	 */
	public function sendLink(string $token): array {
		[$member, $claim] = $this->claims->open($token);
		try {
			// In the name of the person who made this link: another one may keep the card now.
			$this->asking->ask($member, $claim->getByUid());
		} catch (ReasonException $e) {
			$isSent = $e->reason === 'already_asked' || ($e->reason === 'not_waiting' && $this->asking->state($member) !== null);
			return $this->question($token, $isSent
				? $this->l->t('You already got this link: look for it in your inbox and your spam folder.')
				: $this->l->t('The email could not be sent. Ask the person who keeps your card.'));
		}
		return $this->pages->sentence(
			$this->l->t('Check your inbox'),
			$this->l->t('An email is on its way to your email address.'),
			$this->l->t('No email after 15 minutes? Check your spam folder, or ask the person who keeps your card.'),
		);
	}
}
