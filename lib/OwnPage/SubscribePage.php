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
use OCA\Reseau\Subscription\Subscriber;
use OCP\IL10N;
use OCP\IURLGenerator;

/** The pages on which a person without an account subscribes to the letter: the form, and the page that the link in the mail opens. templates/light.php prints them. */
class SubscribePage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param string $reason why it was not sent: a reason of AskForLetter::ask()
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function form(string $reason = '', string $name = '', string $address = ''): array {
		$network = $this->network->name();
		return [
			'note' => $this->note($reason),
			'paragraphs' => [
				$this->l->t('Now and then, the facilitators of %s write what has changed: who is new, what is looked for and offered, what groups are doing, what was learnt.', [$network]),
				$this->l->t('You get it by email. There is no advertising, and nobody sees whether you open it. Your address is used for nothing else, and members do not see it.'),
			],
			'answers' => [[
				'answer' => 'ask',
				'button' => $this->l->t('Subscribe'),
				'means' => $this->l->t('You get an email with a link. You only get the letter after you have confirmed it there. You can stop it at any time.'),
				'fields' => [
					['name' => 'email', 'label' => $this->l->t('Your email address'), 'value' => $address, 'max' => AskForLetter::LIMITS['email'], 'type' => 'email'],
					['name' => 'name', 'label' => $this->l->t('Your name, if you like'), 'value' => $name, 'max' => AskForLetter::LIMITS['name'], 'optional' => true],
				],
			]],
			'links' => [[
				'before' => $this->l->t('You get the letter already, or have a card in %s?', [$network]),
				'href' => $this->urls->linkToRoute('reseau.page.index') . 'own',
				'text' => $this->l->t('Have the link of your page sent to you'),
			]],
		] + $this->cards->sentence($this->l->t('The letter of %s', [$network]), '', '');
	}

	/** @return array<string, mixed> */
	public function asked(): array {
		return $this->cards->sentence(
			$this->l->t('Check your inbox'),
			$this->l->t('An email is on its way to the address you entered. Open the link in it to say yes.'),
			$this->l->t('No email after 15 minutes? Check your spam folder and the address, then try again.'),
		);
	}

	/** @return array<string, mixed> the page that the link in the mail opens */
	public function question(Subscriber $row, string $reason = ''): array {
		return [
			'note' => $reason === '' ? '' : $this->l->t('This name cannot be saved: shorten it, or use only letters.'),
			'answers' => [[
				'answer' => 'confirm',
				'button' => $this->l->t('Yes, I want the letter'),
				'means' => $this->l->t('You can stop it at any time, by the link in each letter.'),
				'fields' => [['name' => 'name', 'label' => $this->l->t('Your name, if you like'), 'value' => (string)$row->getName(), 'max' => AskForLetter::LIMITS['name'], 'optional' => true]],
			]],
		] + $this->cards->sentence(
			$this->l->t('Do you want the letter of %s?', [$this->network->name()]),
			$this->l->t('Someone, probably you, asked for it at this address.'),
			$this->l->t('If it was not you, close this page: you get no letter, and the address is deleted after 7 days.'),
		);
	}

	/**
	 * @param string $token of the link in the mail
	 * @param ?string $own token of the person's page, if it was just made
	 * @return array<string, mixed>
	 */
	public function confirmed(string $token, ?string $own): array {
		$base = $this->urls->linkToRoute('reseau.page.index');
		return [
			'links' => [
				['before' => '', 'href' => "{$base}own/" . ($own ?? $token), 'text' => $this->l->t('My page: what is known about me')],
				['before' => '', 'href' => "{$base}leave/$token", 'text' => $this->l->t('Stop the letter')],
			],
		] + $this->cards->sentence(
			$this->l->t('You get the letter'),
			$this->l->t('Thank you. The next letter of %s comes to your address.', [$this->network->name()]),
			$this->l->t('You can close this page. Each letter has a link by which you can stop it.'),
		);
	}

	/** @return array<string, mixed> the link is too old */
	public function gone(): array {
		return $this->withForm($this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('It is older than 7 days, or you have stopped the letter since.'),
			'',
		));
	}

	/** @return array<string, mixed> nobody can subscribe here */
	public function closed(): array {
		return $this->cards->sentence(
			$this->l->t('There is no letter to subscribe to here'),
			$this->l->t('%s does not take subscriptions on this page.', [$this->network->name()]),
			$this->l->t('If you know someone in the network, ask them.'),
		);
	}

	/**
	 * @param array<string, mixed> $page
	 * @return array<string, mixed>
	 */
	private function withForm(array $page): array {
		return (!$this->network->takesSubscriptions() ? [] : [
			'links' => [['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . 'subscribe', 'text' => $this->l->t('Subscribe to the letter')]],
		]) + $page;
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'bad_address' => $this->l->t('This was not sent: it is not an email address. It looks like name@example.org.'),
			'enough_mails' => $this->l->t('This was not sent: many people have subscribed within an hour. Try again later.'),
			'mail_failed' => $this->l->t('The email could not be sent. Check the address, and try again later.'),
			default => $this->l->t('This was not sent: your name or your address is too long, or contains characters that cannot be saved.'),
		};
	}
}
