<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\CharterAcceptance;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\LightPage;
use OCA\Reseau\Shared\Markdown;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * The texts of the page that the link in an invitation to groups opens: who asks, what for, and what each answer does. It is read without an account, on
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
	 * @param string $reason why the last answer was not accepted: a reason of AnswerAsk::accept()
	 * @param array<array-key, mixed> $typed what was sent then
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function ask(OpenAsk $open, string $token, string $reason = '', array $typed = []): array {
		$network = $this->network->name();
		$by = $this->by($open);
		$charter = $this->charter->current();
		$base = $this->urls->linkToRoute('reseau.page.index');
		$own = $open->hasSeveral() ? "{$base}groups" : "{$base}groups/{$open->groups[0]->id()}";
		return ($open->card === null ? ['card' => null] : $this->cards->shown($open->card)) + [
			'title' => $open->hasSeveral()
				? $this->l->n('Do you want to join %n group?', 'Do you want to join %n groups?', count($open->groups))
				: $this->l->t('Do you want to join the group “%s”?', [$open->groups[0]->group->getTitle()]),
			'network' => $network,
			'note' => $this->note($reason),
			'paragraphs' => [
				$by === null
					? $this->l->t('The facilitators of %1$s ask you. %1$s is a network whose members find each other by what they seek and what they offer.', [$network])
					: $this->l->t('%1$s asks you. %2$s is a network whose members find each other by what they seek and what they offer.', [$by, $network]),
				$this->l->t('Your address comes from the minutes of a meeting, from the card kept for you, or from you. No one else sees it before you answer.'),
			],
			'quotes' => array_merge($this->talk($open, $by), ...array_map(fn (AskedGroup $one): array => $this->groupText($one, $open->hasSeveral()), $open->groups)),
			'answers' => [
				[
					'answer' => 'accept',
					'button' => $open->hasSeveral() ? $this->l->t('Send my answers') : $this->l->t('I accept: I take part in the group'),
					'means' => implode(' ', array_filter([
						$open->hasSeveral() ? $this->l->t('With a yes:') : '',
						$this->accepting($open, $by ?? $this->l->t('the facilitators of %s', [$network])),
						$this->l->t('What you commit to is shown next to your name in the group, the rest only to its people.'),
						$charter === null ? '' : $this->l->t('You also accept the charter of %s.', [$network]),
					])),
					'along' => ['version' => $open->card?->getVersion() ?? 0, 'charter' => $charter['version'] ?? 0],
					'groups' => AskForm::groups($this->l, $open, $typed),
					'fields' => AskForm::about($this->l, $open, $typed),
				],
				[
					'answer' => 'refuse',
					'button' => match (true) {
						!$open->isMember() => $this->l->t('I refuse: nothing about me is kept'),
						$open->hasSeveral() => $this->l->t('I refuse: none of these groups'),
						default => $this->l->t('I refuse: not this group'),
					},
					'means' => $this->refusing($open),
				],
				...($by === null ? [] : [[
					'answer' => 'question',
					'button' => $this->l->t('Ask %s a question first', [$by]),
					'means' => $this->l->t('%s gets it by a notification, and you get the answer by email. Neither of you sees the other’s address. You can answer the invitation later.', [$by]),
					'fields' => [['name' => 'question', 'label' => $this->l->t('Your question'), 'value' => LightPage::typed($typed['question'] ?? ''), 'max' => AskTalk::TEXT, 'rows' => 3]],
				]]),
			],
			'links' => [
				...($charter === null ? [] : [['before' => '', 'href' => "{$base}ask/$token/charter", 'text' => $this->l->t('Read the charter of %s', [$network])]]),
				['before' => $this->l->t('You have an account in %s?', [$network]), 'href' => $own, 'text' => $open->hasSeveral() ? $this->l->t('Look at the groups with this account') : $this->l->t('Join the group with this account')],
			],
			'question' => $this->l->t('If you do nothing, your name and address are deleted on %s.', [$this->cards->day($this->days->of((int)$open->ask()->getExpiresAt()))]),
		];
	}

	/** @return list<array{title: string, text: string}> their questions, and the answers */
	private function talk(OpenAsk $open, ?string $by): array {
		return array_map(fn (array $one): array => [
			'title' => match (true) {
				!$one['mine'] => $this->l->t('You asked'),
				$by === null => $this->l->t('The answer'),
				default => $this->l->t('%s answered', [$by]),
			},
			'text' => $one['text'],
		], $open->talk);
	}

	/** @return list<array{title: string, text: string}> what a person must know about a group before they answer */
	private function groupText(AskedGroup $one, bool $several): array {
		$mandate = $one->group->mandate();
		$lines = static fn (string $title, array $lines): string => $lines === [] ? '' : "$title\n" . implode("\n", array_map(static fn (string $line): string => "– $line", $lines));
		$parts = [
			['title' => $this->l->t('What the group is for'), 'text' => trim($one->group->getPurpose())],
			['title' => $this->l->t('Its mandate'), 'text' => implode("\n\n", array_filter([
				$lines($this->l->t('Can or must advance'), $mandate['mayAdvance']),
				$lines($this->l->t('Cannot or must not'), $mandate['mustNot']),
				$lines($this->l->t('Can work with'), $mandate['with']),
			]))],
			['title' => $this->l->t('Next to your name in the minutes'), 'text' => $one->note],
		];
		$parts = array_values(array_filter($parts, static fn (array $part): bool => $part['text'] !== ''));
		return !$several || $parts === [] ? $parts : [[
			'title' => $one->group->getTitle(),
			'text' => implode("\n\n", array_map(fn (array $part): string => "{$part['title']}\n{$part['text']}", $parts)),
		]];
	}

	/** @return array<string, mixed> after accepting, if an earlier link leads to the person's card */
	public function joined(OpenAsk $open): array {
		return $this->cards->sentence(
			$open->hasSeveral()
				? $this->l->n('You take part in %n group', 'You take part in %n groups', count($open->groups))
				: $this->l->t('You take part in the group “%s”', [$open->groups[0]->group->getTitle()]),
			$this->l->t('Thank you. The members of the network can see your name in the group.'),
			$this->l->t('The link in an earlier email opens your card, where you can have it deleted. To leave only this group, tell the person who asked you: the email says who.'),
		);
	}

	/**
	 * @param bool $stays whether their card is kept
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
			'quotes' => $charter === null ? [] : [['title' => $this->l->t('Version of %s', [$this->cards->day(substr($charter['date'], 0, 10))]), 'text' => Markdown::unmarked($charter['text'])]],
			'links' => [['before' => '', 'href' => $this->urls->linkToRoute('reseau.page.index') . "ask/$token", 'text' => $this->l->t('Back to the question')]],
		] + $this->cards->sentence($this->l->t('Charter of %s', [$this->network->name()]), '', '');
	}

	private function by(OpenAsk $open): ?string {
		$uid = $open->ask()->getByUid();
		return $uid === null ? null : $this->users->getDisplayName($uid);
	}

	private function accepting(OpenAsk $open, string $keeper): string {
		return match (true) {
			$open->isMember() => $this->l->t('The members of the network see your name in the group; the people in the group see what your card shows to your groups.'),
			$open->card !== null => $this->l->t('The members of the network see this card, and your name in the group. You can change your mind at any time: keep the email, its link opens your card, where you can have it deleted.'),
			default => $this->l->t('A card with your name and email address is created, and %s keeps it for you. The members of the network see your name and your groups; the people in your groups also see your address. You can change your mind at any time: keep the email, its link opens your card, where you can have it deleted.', [$keeper]),
		};
	}

	private function refusing(OpenAsk $open): string {
		return match (true) {
			$open->isMember() => $this->l->t('Nobody will invite you to this group again. Your card is unchanged.'),
			$open->card !== null => $this->l->t('The card is deleted immediately, with everything that belongs to it. Only an unreadable mark of your email address and phone number is kept, so that nobody asks you again.'),
			default => $this->l->t('Your name and address are deleted immediately. Only an unreadable mark of your email address and phone number is kept, so that nobody asks you again.'),
		};
	}

	private function note(string $reason): string {
		return match ($reason) {
			'' => '',
			'name_missing' => $this->l->t('Your answer was not sent: enter your name, as you want to be called.'),
			'stale_version' => $this->l->t('The card was changed after you opened this page. Your answer was not saved. This is the current card: please read it again.'),
			'question_sent' => $this->l->t('Your question is sent. The answer comes by email; you find it here too.'),
			'question_text_missing' => $this->l->t('Your question was not sent: write something first.'),
			'question_links_too_early' => $this->l->t('Your question was not sent: it cannot contain a link or an address, nor what looks like one, such as a full stop without a space after it.'),
			'question_enough_messages' => $this->l->t('Your question was not sent: you have asked a lot already. Answer the invitation, or speak with someone in the network.'),
			'question_too_long', 'question_bad_text', 'question_wrong_type' => $this->l->t('Your question was not sent: it is too long, or contains characters that cannot be sent.'),
			'answer_missing' => $this->l->t('Your answers were not sent: say yes or no to each group.'),
			'bad_day', 'until_before_from' => $this->l->t('Your answer was not sent: choose another day until which you take part, or leave it empty.'),
			'charter_not_signed' => $this->l->t('The charter was changed after you opened this page. Your answer was not saved: please read it again.'),
			default => $this->l->t('Your answer was not sent: one of your texts cannot be saved. Shorten it, and use only letters.'),
		};
	}
}
