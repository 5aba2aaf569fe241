<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\CharterAcceptance;
use OCA\Reseau\Member\Card\CardRules;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Days;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * The texts of the page behind the link in an invitation to a group: who asks, what for, and what each answer does. It is read without an account, on
 * any phone; templates/light.php prints it.
 */
class AskPage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly CharterAcceptance $charter,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
		private readonly Days $days,
	) {
	}

	/**
	 * @param string $token of the link
	 * @param string $reason why the last answer did not count: a reason word of AnswerAsk::accept()
	 * @return array<string, mixed> what templates/light.php names
	 */
	public function ask(OpenAsk $open, string $token, string $reason = '', ?string $name = null): array {
		$network = $this->network->name();
		$by = $this->by($open);
		$charter = $this->charter->current();
		$base = $this->urls->linkToRoute('reseau.page.index');
		return ($open->card === null ? ['card' => null] : $this->cards->shown($open->card)) + [
			'title' => $this->l->t('Do you want to join the group “%s”?', [$open->group->getTitle()]),
			'network' => $network,
			'note' => $this->note($reason),
			'paragraphs' => [
				$by === null
					? $this->l->t('The facilitators of %1$s ask you. %1$s is a network whose members find each other by what they seek and what they offer.', [$network])
					: $this->l->t('%1$s asks you. %2$s is a network whose members find each other by what they seek and what they offer.', [$by, $network]),
				$this->l->t('Your address comes from the minutes of a meeting, from the card kept for you, or from you. Nobody else sees it before you answer.'),
			],
			'told' => array_values(array_filter([
				['title' => $this->l->t('What the group is for'), 'text' => trim($open->group->getPurpose())],
				['title' => $this->l->t('Next to your name in the minutes'), 'text' => $open->note],
			], static fn (array $told): bool => $told['text'] !== '')),
			'answers' => [
				[
					'answer' => 'accept',
					'button' => $this->l->t('I accept: I take part in the group'),
					'means' => implode(' ', array_filter([
						$this->accepting($open, $by ?? $this->l->t('the facilitators of %s', [$network])),
						$open->note === '' ? '' : $this->l->t('The text next to your name in the minutes is shown with it, as your commitment.'),
						$charter === null ? '' : $this->l->t('You also accept the charter of %s.', [$network]),
					])),
					'along' => ['version' => $open->card?->getVersion() ?? 0, 'charter' => $charter['version'] ?? 0],
					'fields' => $open->card !== null ? [] : [[
						'name' => 'name',
						'label' => $this->l->t('Your name, as you want to be called'),
						'value' => $name ?? $open->name,
						'max' => CardRules::LIMITS['name'],
					]],
				],
				[
					'answer' => 'refuse',
					'button' => $open->isMember() ? $this->l->t('I refuse: not this group') : $this->l->t('I refuse: nothing about me is kept'),
					'means' => $this->refusing($open),
				],
			],
			'links' => [
				...($charter === null ? [] : [['before' => '', 'href' => "{$base}ask/$token/charter", 'text' => $this->l->t('Read the charter of %s', [$network])]]),
				['before' => $this->l->t('You have an account in %s?', [$network]), 'href' => "{$base}groups/{$open->group->getId()}", 'text' => $this->l->t('Join the group with this account')],
			],
			'question' => $this->l->t('If you do nothing, your name and address are deleted on %s. A question? The email that brought you here says who to ask.', [
				$this->cards->day($this->days->of((int)$open->ask->getExpiresAt())),
			]),
		];
	}

	/** @return array<string, mixed> after accepting, if an earlier link leads to the person's card */
	public function joined(OpenAsk $open): array {
		return $this->cards->sentence(
			$this->l->t('You take part in the group “%s”', [$open->group->getTitle()]),
			$this->l->t('Thank you. The members of the network can see your name in the group.'),
			$this->l->t('The link in an earlier email opens your card, where you can have it erased. To leave only this group, tell the person who asked you: the email says who.'),
		);
	}

	/**
	 * @param bool $stays whether their card stays
	 * @return array<string, mixed>
	 */
	public function refused(bool $stays): array {
		return $stays ? $this->cards->sentence(
			$this->l->t('You refused'),
			$this->l->t('Nobody will invite you to this group again. Your card is unchanged.'),
			$this->l->t('If you change your mind, tell someone in the group.'),
		) : $this->cards->sentence(
			$this->l->t('You refused'),
			$this->l->t('Nothing about you is kept, and nobody will ask you again.'),
			$this->l->t('If you change your mind, tell someone in the network.'),
		);
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('The request was answered or withdrawn, a newer email was sent, you now have an account, or the link is older than 30 days.'),
			$this->l->t('If you have a question, the email that brought you here says who to ask.'),
		);
	}

	/** @return array<string, mixed> */
	public function charter(string $token): array {
		$charter = $this->charter->current();
		return [
			'told' => $charter === null ? [] : [['title' => $this->l->t('Version of %s', [$this->cards->day(substr($charter['date'], 0, 10))]), 'text' => $charter['text']]],
			'links' => [['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . "ask/$token", 'text' => $this->l->t('Back to the question')]],
		] + $this->cards->sentence($this->l->t('Charter of %s', [$this->network->name()]), '', '');
	}

	private function by(OpenAsk $open): ?string {
		$uid = $open->ask->getByUid();
		return $uid === null ? null : $this->users->getDisplayName($uid);
	}

	private function accepting(OpenAsk $open, string $keeper): string {
		return match (true) {
			$open->isMember() => $this->l->t('The members of the network see your name in the group; the people in the group see what your card shows to your groups.'),
			$open->card !== null => $this->l->t('The members of the network see this card, and your name in the group. You can change your mind at any time: keep the email, its link opens your card, where you can have it erased.'),
			default => $this->l->t('A card with your name and email address is created, and %s keeps it for you. The members of the network see your name and your groups; the people in your groups also see your address. You can change your mind at any time: keep the email, its link leads to your card and lets you have it erased.', [$keeper]),
		};
	}

	private function refusing(OpenAsk $open): string {
		return match (true) {
			$open->isMember() => $this->l->t('Nobody will invite you to this group again. Your card is unchanged.'),
			$open->card !== null => $this->l->t('The card is erased immediately, with everything that belongs to it. Only an unreadable mark of your email address and phone number is kept, so that nobody asks you again.'),
			default => $this->l->t('Your name and address are deleted immediately. Only an unreadable mark of your email address and phone number is kept, so that nobody asks you again.'),
		};
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'name_missing' => $this->l->t('Your answer was not sent: enter your name, as you want to be called.'),
			'stale_version' => $this->l->t('The card was changed after you opened this page. Your answer was not saved. This is the current card: please read it again.'),
			'charter_not_signed' => $this->l->t('The charter was changed after you opened this page. Your answer was not saved: please read it again.'),
			default => $this->l->t('Your answer was not sent: this name cannot be saved. Shorten it, and use only letters.'),
		};
	}
}
