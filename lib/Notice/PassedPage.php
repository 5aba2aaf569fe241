<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\MessageRules;
use OCA\Reseau\Message\ReplyLinks;
use OCA\Reseau\Message\TwoPeople;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Shared\ReasonException;
use OCP\IL10N;
use OCP\IURLGenerator;

/** The page that the link in a mail with a notice opens: its words as every member sees them, and the possible answers. templates/light.php prints it. */
class PassedPage {
	public function __construct(
		private readonly PassedLinks $links,
		private readonly AnswerByLink $answers,
		private readonly Conversations $conversations,
		private readonly ReplyLinks $replies,
		private readonly AnswerPage $cards,
		private readonly NoticeWords $words,
		private readonly Network $network,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
		private readonly Days $days,
	) {
	}

	/**
	 * @param string $reason why the last answer was not sent: a reason of AnswerByLink::send()
	 * @param string $text the unsent text
	 * @return array<string, mixed> what templates/light.php expects
	 * @throws ReasonException link_gone
	 */
	public function notice(string $token, string $reason = '', string $text = ''): array {
		[$one, $person] = $this->links->open($token);
		if ($this->answers->isStopped($person)) {
			return $this->stopped($text);
		}
		$open = $one->isOpen();
		$people = $this->conversations->about($person->ownerId(), $one->topic());
		$answers = $open && $people === null;
		return [
			'title' => $one->author->isShown() ? FixedSpaces::in($one->notice->getTitle()) : $this->l->t('Notice'),
			'network' => $this->network->name(),
			'note' => $this->note($reason),
			'paragraphs' => $open ? [
				$this->words->line($one),
				$people === null ? '' : $this->l->t('You write to each other about this notice. The next message comes by email.'),
			] : [$this->over($one)],
			'card' => null,
			'quotes' => [...$open ? [[
				'title' => $this->l->t('%1$s, on %2$s', [$one->author->getName(), $this->cards->day($this->days->of($one->notice->getPublishedAt()))]),
				'text' => $this->words->body($this->l, $one->notice),
			]] : [], ...$answers ? [] : $this->unsent($text)],
			'answers' => [...$answers ? [$this->form($token, $one, $person, $text)] : [], $this->stop()],
			'links' => [
				...$people === null ? [] : $this->thread($people, $person),
				['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . "own/$token", 'text' => $this->l->t('My page: what is known about me')],
			],
			'question' => $open ? $this->l->t('Keep the email: its link leads here as long as the notice is open.') : '',
		];
	}

	/**
	 * @param string $text the text that was not sent, because the link no longer works
	 * @return array<string, mixed>
	 */
	public function gone(string $text = ''): array {
		return ['quotes' => $this->unsent($text)] + $this->cards->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('The notice was deleted or is no longer for everyone, you now have an account, or your card was changed, hidden or deleted.'),
			$this->l->t('If you have a question, the person who keeps your card can help.'),
		);
	}

	/** @return array<string, mixed> they want no more notices; only they can change their mind */
	private function stopped(string $text): array {
		return [
			'quotes' => $this->unsent($text),
			'answers' => [[
				'answer' => 'again',
				'button' => $this->l->t('Get notices by email again'),
				'means' => $this->l->t('The person who keeps your card can send you notices again, at most two a week.'),
			]],
		] + $this->cards->sentence(
			$this->l->t('You get no more notices by email'),
			$this->l->t('Nobody can send you notices by email any longer. You get messages that people write to you as before.'),
			'',
		);
	}

	/** @return array<string, mixed> */
	private function form(string $token, AuthoredNotice $one, Member $person, string $text): array {
		return [
			'answer' => 'send',
			'button' => $this->l->t('Send my answer'),
			'means' => $this->l->t('%s gets it by notification and email, with your name, but not your address. The person who keeps your card can read what you write to each other.', [$one->author->getName()]),
			// Changes with each message of the two, so that an answer sent twice is stored once.
			'along' => ['key' => substr(hash('sha256', "$token {$this->conversations->lastBetween($person->ownerId(), $one->author->ownerId())}"), 0, 32)],
			'fields' => [['name' => 'text', 'label' => $this->l->t('Your answer'), 'value' => $text, 'max' => MessageRules::LIMITS['text'], 'rows' => 6]],
		];
	}

	/** @return array<string, mixed> */
	private function stop(): array {
		return [
			'answer' => 'stop',
			'button' => $this->l->t('No more notices by email'),
			'means' => $this->l->t('It takes effect immediately, no matter who keeps your card. You still get messages that people write to you.'),
		];
	}

	/** @return list<array{before: string, href: string, text: string}> the link to the conversation, if its person has one */
	private function thread(TwoPeople $people, Member $person): array {
		$side = $people->sideOfPerson($person->ownerId());
		$token = $side === null ? null : $this->replies->known($people, $side);
		return $token === null ? [] : [[
			'before' => '',
			'href' => $this->urls->linkToRouteAbsolute('reseau.page.index') . "reply/$token",
			'text' => $this->l->t('Read and answer what you write to each other'),
		]];
	}

	/**
	 * There is no field to show it in.
	 *
	 * @return list<array{title: string, text: string}>
	 */
	private function unsent(string $text): array {
		return $text === '' ? [] : [['title' => $this->l->t('What you wrote was not sent'), 'text' => $text]];
	}

	private function over(AuthoredNotice $one): string {
		return match ($one->state()) {
			Notice::DONE => $this->l->t('This notice is done: it can no longer be answered.'),
			Notice::PAUSED => $this->l->t('This notice is not shown at the moment.'),
			default => $this->l->t('This notice has ended: it can no longer be answered.'),
		};
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'text_missing' => $this->l->t('Your answer was not sent: write something first.'),
			'too_long' => $this->l->t('Your answer was not sent: it is longer than 4,000 characters. Shorten it a little.'),
			'bad_text' => $this->l->t('Your answer was not sent: it contains characters that cannot be sent. Type it again.'),
			'links_too_early' => $this->l->t('Your answer was not sent: a first message cannot contain a link or an address, nor what looks like one, such as a full stop without a space after it.'),
			'notice_ended' => $this->l->t('Your answer was not sent: this notice can no longer be answered.'),
			'enough_messages' => $this->l->t('Your answer was not sent: you have written a lot within an hour. Send it later.'),
			'conversation_stopped' => $this->l->t('Your answer was not sent: the facilitators of the network stopped your conversation with this person.'),
			default => $this->l->t('Your answer was not sent: this is not possible at the moment.'),
		};
	}
}
