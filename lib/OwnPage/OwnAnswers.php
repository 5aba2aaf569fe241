<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Yearly\ConfirmCard;
use OCA\Reseau\Notice\AnswerByLink;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\ShowcaseChoices;
use OCA\Reseau\Subscription\AskForLetter;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Statement;
use OCA\Reseau\Subscription\Why;
use OCP\AppFramework\Http;
use OCP\IL10N;

/** The answers of a person without an account on their page. */
class OwnAnswers {
	/** An answer that takes a story out of the public showcase: followed by the id of its file. */
	public const STORY = 'story-stop-';

	/** An answer that takes a notice out of the public showcase: followed by its number. */
	public const NOTICE = 'notice-stop-';

	/** How often a card is read again if someone else has changed it in the meantime. */
	private const TRIES = 5;

	public function __construct(
		private readonly OwnLinks $links,
		private readonly OwnPage $page,
		private readonly OwnLinkPage $linkPage,
		private readonly OwnCardPage $cardPage,
		private readonly OwnCard $cards,
		private readonly AnswerConsent $consents,
		private readonly ConfirmCard $confirming,
		private readonly LetterChoices $letter,
		private readonly AnswerByLink $notices,
		private readonly ShowcaseChoices $showcase,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param mixed $answer raw input: the `answer` of one of the buttons
	 * @param mixed $name raw input
	 * @param mixed $version raw input: that of the card they read, for `confirm`
	 * @return array<string, mixed> the page after it
	 * @throws ReasonException link_gone
	 */
	public function takeAnswer(Owner $owner, string $token, mixed $answer, mixed $name, mixed $version): array {
		$card = $owner->card;
		switch (is_string($answer) ? $answer : '') {
			case 'leave':
				return $this->page->leave($card, $token);
			case 'leave-now':
				$card === null ? $this->letter->erase($owner->row) : $this->consents->leave($card);
				$this->links->end($owner);
				return $this->page->left($card !== null);
			case 'end-link':
				$this->links->end($owner);
				return $this->links->find($token) !== null ? $this->page->page($owner, $token) : $this->linkPage->ended();
			case 'letter-start':
			case 'letter-stop':
				// Without an address, the keeper of the card brings the letter: agreeing to mails would be a different consent.
				$statement = $answer === 'letter-start' && $owner->address === null ? Statement::byLink(Why::Paper) : Statement::byLink();
				$card === null
					? $this->letter->ofRow($owner->row, $answer === 'letter-start', $statement)
					: $this->letter->ofCard($card->ownerId(), $answer === 'letter-start', $statement);
				return $this->again($token, $answer === 'letter-start' ? $this->l->t('You get the letter.') : $this->l->t('Done: you no longer get the letter.'));
			case 'notices-stop':
			case 'notices-again':
				$card === null ?: $this->notices->stopFor($card->ownerId(), $answer === 'notices-stop');
				return $this->again($token);
			case 'showcase-start':
			case 'showcase-stop':
				return $this->again($token, $card === null ? '' : $this->show($card, $answer === 'showcase-start'));
			case 'confirm':
				return $this->again($token, $owner->unconfirmed && $card !== null ? $this->confirm($token, $version) : '');
			case 'still-true':
				$card === null ?: $this->confirming->confirm($card);
				return $this->again($token, $this->l->t('Thank you: it is noted that everything is still true.'));
			case 'rename':
				return $card === null ? $this->rename($owner, $token, $name) : $this->again($token);
			default:
				$ended = $card !== null && is_string($answer) && match (true) {
					str_starts_with($answer, self::STORY) => $this->showcase->endStoryByLink($card, (int)substr($answer, strlen(self::STORY))),
					str_starts_with($answer, self::NOTICE) => $this->showcase->endNoticeByLink($card, (int)substr($answer, strlen(self::NOTICE))),
					default => false,
				};
				return $this->again($token, $ended ? $this->l->t('It is no longer in the public showcase.') : '');
		}
	}

	/**
	 * @return array<string, mixed>
	 * @throws ReasonException link_gone
	 */
	public function card(string $token): array {
		return $this->cardPage->form($this->cardOf($token), $token);
	}

	/**
	 * @param array<array-key, mixed> $input the form
	 * @return array<string, mixed>
	 * @throws ReasonException link_gone
	 */
	public function save(string $token, array $input): array {
		try {
			$changed = $this->written($token, $input);
		} catch (ReasonException $e) {
			if ($e->throttle) {
				throw $e;
			}
			$card = $this->cardOf($token);
			return $this->cardPage->form($card, $token, $e, OwnCard::touched($card, $input));
		}
		return $this->again($token, $changed ? $this->l->t('Saved. This is your card now.') : $this->l->t('Nothing was changed.'));
	}

	/**
	 * Another person may have saved other fields at the same moment, or the same person pressed twice: it is tried again with the card as it is then.
	 *
	 * @param array<array-key, mixed> $input
	 */
	private function written(string $token, array $input): bool {
		for ($tries = 1;; $tries++) {
			try {
				return $this->cards->save($this->cardOf($token), $input);
			} catch (ReasonException $e) {
				if ($e->reason !== 'stale_version' || isset($e->details['field']) || $tries === self::TRIES) {
					throw $e;
				}
			}
		}
	}

	/** @return string the sentence about the result */
	private function show(Member $card, bool $shown): string {
		try {
			$this->showcase->chooseByLink($card, $shown);
		} catch (ReasonException) {
			return $this->l->t('This was not saved: your card is not shown at the moment, or there is no longer a public showcase.');
		}
		return $shown ? '' : $this->l->t('It is no longer in the public showcase.');
	}

	/** @return array<string, mixed> */
	private function rename(Owner $owner, string $token, mixed $name): array {
		try {
			$this->letter->rename($owner->row, AskForLetter::name($name));
		} catch (ReasonException $e) {
			return $this->again($token, $this->linkPage->note($e->reason));
		}
		return $this->again($token, $this->l->t('Your name is saved.'));
	}

	/**
	 * @param mixed $version raw input
	 * @return string what became of it
	 * @throws ReasonException link_gone
	 */
	private function confirm(string $token, mixed $version): string {
		try {
			$this->consents->accept($token, Input::count($version) ?? 0);
			return $this->l->t('Thank you: what is written to you comes to this address.');
		} catch (ReasonException $e) {
			if ($e->reason !== 'stale_version') {
				throw $e;
			}
			return $this->l->t('The card was changed after you opened this page. Your answer was not saved. This is the current card: please read it again.');
		}
	}

	/** @return array<string, mixed> */
	private function again(string $token, string $note = ''): array {
		return $this->page->page($this->links->open($token), $token, $note);
	}

	private function cardOf(string $token): Member {
		return $this->links->open($token)->card ?? throw new ReasonException('link_gone', Http::STATUS_NOT_FOUND);
	}
}
