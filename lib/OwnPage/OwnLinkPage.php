<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Subscription\AskForLetter;
use OCP\IL10N;
use OCP\IURLGenerator;

/** The pages by which a person without an account gets the link of their page. templates/light.php prints them. */
class OwnLinkPage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/** @return array<string, mixed> for the link of another mail: the link of the page is only mailed to the address that mail was sent to */
	public function locked(string $address, string $note = ''): array {
		return [
			'note' => $note,
			'answers' => [[
				'answer' => 'send',
				'button' => $this->l->t('Send the link to %s', [Masked::address($address)]),
				'means' => $this->l->t('It opens the page, and works for 30 days.'),
			]],
		] + $this->cards->sentence(
			$this->l->t('Your page in %s', [$this->network->name()]),
			$this->l->t('Emails get forwarded, and your page allows changing what is known about you. So its link is only sent to your address.'),
			'',
		);
	}

	/**
	 * @param string $reason why nothing was sent: a reason of AskForPage::ask()
	 * @return array<string, mixed> the page on which the link is requested by address
	 */
	public function form(string $reason = '', string $address = ''): array {
		return [
			'note' => $this->note($reason),
			'answers' => [[
				'answer' => 'send',
				'button' => $this->l->t('Send me the link'),
				'means' => $this->l->t('You get an email at this address in any case. This page does not say whether it is known.'),
				'fields' => [['name' => 'email', 'label' => $this->l->t('Your email address'), 'value' => $address, 'max' => AskForLetter::LIMITS['email'], 'type' => 'email']],
			]],
		] + $this->cards->sentence(
			$this->l->t('Your page in %s', [$this->network->name()]),
			$this->l->t('Without an account, you have a page of your own: your card as others see it, your messages, what you get by email, what you agreed to. Here you can have its link sent to you.'),
			'',
		);
	}

	/** @return array<string, mixed> */
	public function sent(): array {
		return $this->cards->sentence(
			$this->l->t('Check your inbox'),
			$this->l->t('An email is on its way to your email address.'),
			$this->l->t('No email after 15 minutes? Check your spam folder and the address, then try again.'),
		);
	}

	/** @return array<string, mixed> */
	public function ended(): array {
		return $this->asking($this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('The links to your page that were sent to you no longer open it.'),
			'',
		));
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->asking($this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('It is older than 30 days, you ended it, your address has changed, or your card was deleted or taken over with an account.'),
			'',
		));
	}

	public function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'bad_address' => $this->l->t('This was not sent: it is not an email address. It looks like name@example.org.'),
			'enough_mails' => $this->l->t('This was not sent: many people have asked within an hour. Try again later.'),
			'mailed_lately' => $this->l->t('Nothing was sent: this address got an email less than 15 minutes ago, or four today. Look for it in your inbox, or try again later.'),
			'mail_failed' => $this->l->t('The email could not be sent. Check the address, and try again later.'),
			default => $this->l->t('This was not sent: what you wrote is too long, or contains characters that cannot be saved.'),
		};
	}

	/**
	 * @param array<string, mixed> $page
	 * @return array<string, mixed>
	 */
	private function asking(array $page): array {
		return ['links' => [['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . 'own', 'text' => $this->l->t('Have a new link sent to you')]]] + $page;
	}
}
