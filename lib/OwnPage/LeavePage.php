<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Notice\AnswerByLink;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Mailboxes;
use OCA\Reseau\Subscription\Reached;
use OCA\Reseau\Subscription\SubscriberLinks;
use OCA\Reseau\Subscription\WhyWords;
use OCP\IL10N;
use OCP\IURLGenerator;

/**
 * The page that the link in a letter opens, to stop the letter. A letter may be forwarded: the page shows whose it is before anything is pressed, and nothing else
 * about them. templates/light.php prints it.
 */
class LeavePage {
	private const LETTER = 'letter';
	private const ALL = 'all';
	private const AGAIN = 'again';

	public function __construct(
		private readonly SubscriberLinks $links,
		private readonly Mailboxes $mailboxes,
		private readonly LetterChoices $choices,
		private readonly AnswerByLink $notices,
		private readonly AnswerPage $cards,
		private readonly WhyWords $why,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param mixed $answer raw input: the `answer` of one of the buttons
	 * @param bool $oneClick the mail program sent the request for its own unsubscribe button (RFC 8058)
	 * @return array<string, mixed> the page after it
	 * @throws ReasonException link_gone
	 */
	public function take(string $token, mixed $answer, bool $oneClick): array {
		$answer = $oneClick ? self::LETTER : $answer;
		if (!in_array($answer, [self::LETTER, self::ALL, self::AGAIN], true)) {
			return $this->page($token);
		}
		$stop = $answer !== self::AGAIN;
		if (!$this->choices->byLink($token, !$stop)) {
			return $this->page($token);
		}
		$card = $answer === self::ALL ? $this->reached($token)->card : null;
		if ($card !== null && $card->getUid() === null) {
			$this->notices->stopFor($card->ownerId(), true);
		}
		return $this->page($token, $stop ? $this->l->t('Done: you no longer get the letter.') : $this->l->t('You get the letter again.'));
	}

	/**
	 * The page is the same for members, people with a card and people with an account.
	 *
	 * @return array<string, mixed> what templates/light.php expects
	 * @throws ReasonException link_gone
	 */
	public function page(string $token, string $note = ''): array {
		$one = $this->reached($token);
		$last = $this->mailboxes->lastOf($one->row);
		$gets = $last?->gets() === true;
		$base = $this->urls->linkToRoute('reseau.page.index');
		return [
			'note' => $note,
			'paragraphs' => [
				match (true) {
					$one->address() === null => $this->l->t('The reader of this letter has no email address now.'),
					$gets => $this->l->t('This is the letter that goes to %s.', [Masked::address($one->address())]),
					default => $this->l->t('The letter does not go to %s.', [Masked::address($one->address())]),
				},
				$gets ? $this->why->briefly($last) : '',
				$this->l->t('Notices of assemblies are something else: the network has to send them to its members. They never contain the letter.'),
			],
			'answers' => $gets ? $this->leaving() : (!$this->choices->canComeBack($one->row) ? [] : [[
				'answer' => self::AGAIN,
				'button' => $this->l->t('It was a mistake: I want the letter'),
				'means' => $this->l->t('The letter comes again. Nothing else changes.'),
			]]),
			'links' => [
				['before' => '', 'href' => "{$base}own/$token", 'text' => $this->l->t('My page: what is known about me')],
				['before' => '', 'href' => "{$base}notifications", 'text' => $this->l->t('I have an account: log in')],
				...$this->network->takesSubscriptions() ? [[
					'before' => $this->l->t('This is not your address, and someone passed the letter on to you?'),
					'href' => "{$base}subscribe",
					'text' => $this->l->t('Get your own'),
				]] : [],
			],
		] + $this->cards->sentence($this->l->t('The letter of %s', [$this->network->name()]), '', '');
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('You stopped the letter more than 30 days ago, or your account or card was deleted.'),
			$this->l->t('If a letter still comes, use the link in the newest one.'),
		);
	}

	/** @return list<array<string, mixed>> */
	private function leaving(): array {
		return [
			[
				'answer' => self::LETTER,
				'button' => $this->l->t('Stop the letter'),
				'means' => $this->l->t('It takes effect immediately. Nothing else changes.'),
			],
			[
				'answer' => self::ALL,
				'button' => $this->l->t('Stop the letter and the notices'),
				'means' => $this->l->t('It takes effect immediately. If someone in the network keeps a card for you, you get no more notices from them either. Messages that people write to you still reach you.'),
			],
		];
	}

	private function reached(string $token): Reached {
		return $this->mailboxes->reach([$this->links->open($token)])[0];
	}
}
