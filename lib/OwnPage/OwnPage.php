<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\OwnPage;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentWords;
use OCA\Reseau\Member\Consent\Ledger;
use OCA\Reseau\Member\FirstAnswer\AnswerPage;
use OCA\Reseau\Message\Conversations;
use OCA\Reseau\Message\ReplyLinks;
use OCA\Reseau\Message\ReplyPage;
use OCA\Reseau\Notice\AnswerByLink;
use OCA\Reseau\Notice\PassedLinks;
use OCA\Reseau\OwnPage\Event\CollectingDates;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\FixedSpaces;
use OCA\Reseau\Showcase\ShowcaseChoices;
use OCA\Reseau\Subscription\AskForLetter;
use OCA\Reseau\Subscription\Event\CollectingLetters;
use OCA\Reseau\Subscription\Mailboxes;
use OCA\Reseau\Subscription\WhyWords;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IL10N;
use OCP\IURLGenerator;

/** The page of a person without an account: the data about them, and what they can do with it. templates/light.php prints it. */
class OwnPage {
	public function __construct(
		private readonly AnswerPage $cards,
		private readonly Conversations $conversations,
		private readonly ReplyLinks $replies,
		private readonly ReplyPage $talks,
		private readonly Groups $groups,
		private readonly AnswerByLink $notices,
		private readonly PassedLinks $passed,
		private readonly Mailboxes $mailboxes,
		private readonly WhyWords $why,
		private readonly Ledger $ledger,
		private readonly ConsentWords $consents,
		private readonly ShowcaseChoices $choices,
		private readonly Network $network,
		private readonly IEventDispatcher $events,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
		private readonly Days $days,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return array<string, mixed> what templates/light.php expects */
	public function page(Owner $owner, string $token, string $note = ''): array {
		$card = $owner->card;
		return [
			'note' => $note,
			// Also if the form of the card has just shown it.
			'action' => $this->base() . "own/$token",
			'paragraphs' => $card === null
				? [$this->l->t('There is no card about you in %s. You only get the letter, or got it.', [$this->network->name()])]
				: [
					$this->cards->keptBy($card),
					$this->agreed($card),
					$card->isShown() ? '' : $this->l->t('The members of the network cannot see it at the moment.'),
					$owner->until === null ? $this->l->t('Keep the email: its link still leads here.') : '',
				],
			'sections' => array_values(array_filter([
				$card === null ? $this->name($owner) : $this->card($card, $token),
				$card === null ? null : $this->messages($card),
				$card === null ? null : $this->inGroups($card),
				$this->letters($owner),
				$card === null ? null : $this->showcase($card),
				$this->subscriptions($owner),
				$this->agreements($owner),
				$this->link($owner),
			])),
			'answers' => [...$owner->unconfirmed && $card !== null ? [$this->confirming($owner, $card)] : [], $this->leaving($card)],
		] + ($card === null ? [] : $this->cards->shown($card))
			+ $this->cards->sentence($this->l->t('Your page in %s', [$this->network->name()]), '', $this->l->t('A question? Ask the person who keeps your card, or the facilitators of %s.', [$this->network->name()]));
	}

	/** @return array<string, mixed> the page that asks before everything is deleted */
	public function leave(?Member $card, string $token): array {
		return [
			'answers' => [['answer' => 'leave-now', 'button' => $this->l->t('Yes, delete everything'), 'means' => $this->l->t('This cannot be undone.')]],
			'links' => [['before' => '', 'href' => $this->base() . "own/$token", 'text' => $this->l->t('Back to my page')]],
		] + $this->cards->sentence($this->l->t('Leave everything?'), $card === null
			? $this->l->t('Your name, your address, and your choices about the letter are deleted immediately. Only an unreadable mark of your address is kept, so that nobody subscribes you again.')
			: $this->l->t('The card is deleted immediately, with your places in groups, your notices, the letter and everything else that belongs to it. What you wrote to people is removed from the conversations. Only an unreadable mark of your email address and phone number is kept, so that nobody asks you again.'), '');
	}

	/** @return array<string, mixed> */
	public function left(bool $hadCard): array {
		return $hadCard ? $this->cards->erased() : $this->cards->sentence(
			$this->l->t('Everything is deleted'),
			$this->l->t('You no longer get the letter. Only an unreadable mark of your address is kept, so that nobody subscribes you again.'),
			$this->l->t('If you change your mind, you can subscribe again yourself.'),
		);
	}

	private function agreed(Member $card): string {
		$consent = $this->ledger->ofCard($card->ownerId());
		return match (true) {
			$consent === null => '',
			$consent->getHow() === Consent::BY_LINK => $this->l->t('On %s you agreed to have this card shown. Thank you.', [$this->day($consent->getGivenOn())]),
			default => $this->l->t('Your agreement to have this card shown was recorded on %1$s: “%2$s”.', [$this->day($consent->getGivenOn()), $consent->getHow()]),
		};
	}

	/** @return array<string, mixed> */
	private function name(Owner $owner): array {
		return [
			'title' => $this->l->t('Your name'),
			'answers' => [[
				'answer' => 'rename',
				'button' => $this->l->t('Save'),
				'means' => $this->l->t('The facilitators see it in the list of people who get the letter. It may be empty.'),
				'fields' => [['name' => 'name', 'label' => $this->l->t('Your name, if you like'), 'value' => $owner->name(), 'max' => AskForLetter::LIMITS['name'], 'optional' => true]],
			]],
		];
	}

	/** @return array<string, mixed> */
	private function card(Member $card, string $token): array {
		return [
			'title' => $this->l->t('Your card'),
			'lines' => [['text' => $this->l->t('Correct my card, and choose who sees what'), 'href' => $this->base() . "own/$token/card"]],
			'answers' => StillTrue::isDue($card, $this->clock->getTime()) ? [[
				'answer' => 'still-true',
				'button' => $this->l->t('Everything is still true'),
				'means' => $this->l->t('Your card has not changed for a year.'),
			]] : [],
		];
	}

	/** @return ?array<string, mixed> */
	private function messages(Member $card): ?array {
		$conversations = $this->conversations->ofMember($card->ownerId());
		$messages = $this->conversations->lastOf($conversations);
		$lines = [];
		foreach ($conversations as $people) {
			$side = $people->sideOfPerson($card->ownerId());
			if ($side === null) {
				continue;
			}
			$token = $this->replies->known($people, $side);
			$last = $messages[$people->id()] ?? null;
			$lines[] = array_filter([
				'text' => $this->l->t('Messages with %s', [$this->talks->nameOf($people, $side)]),
				'about' => implode(' · ', array_filter([
					$last === null ? '' : $this->day($this->days->of($last->getSentAt())),
					$token === null ? $this->l->t('the person who keeps your card has them') : '',
				])),
				'href' => $token === null ? '' : $this->base() . "reply/$token",
			]);
		}
		return $lines === [] ? null : ['title' => $this->l->t('Your messages'), 'lines' => $lines];
	}

	/** @return ?array<string, mixed> */
	private function inGroups(Member $card): ?array {
		$groups = $this->groups->around($card->ownerId());
		$dates = new CollectingDates($card->ownerId(), array_keys($groups));
		$this->events->dispatchTyped($dates);
		$lines = [];
		foreach ($groups as $id => $group) {
			$lines[] = ['text' => FixedSpaces::in($group['title']), 'about' => implode("\n", $dates->of($id))];
		}
		return $lines === [] ? null : ['title' => $this->l->t('Your groups'), 'lines' => $lines];
	}

	/** @return ?array<string, mixed> */
	private function letters(Owner $owner): ?array {
		$letters = new CollectingLetters($owner->row->id());
		$this->events->dispatchTyped($letters);
		$lines = array_map(static fn (array $letter): array => ['text' => FixedSpaces::in($letter[0]), 'href' => $letter[1]], $letters->all());
		return $lines === [] ? null : ['title' => $this->l->t('Past letters'), 'lines' => $lines];
	}

	/** @return ?array<string, mixed> whether everyone may read the card, and which stories and notices of the person; also without a showcase, since they can be taken out */
	private function showcase(Member $card): ?array {
		$answer = match (true) {
			$card->getShowcased() === true => [
				'answer' => 'showcase-stop',
				'button' => $this->l->t('Take my card out of the public showcase'),
				'means' => $this->l->t('It takes effect immediately, on all its pages.'),
			],
			$this->network->allowsShowcase() && $card->isShown() => [
				'answer' => 'showcase-start',
				'button' => $this->l->t('Put my card into the public showcase'),
				'means' => $this->l->t('Anyone can read your name and what your card shows to “Everybody”, without an account. You can take it out here at any time.')
					. ' ' . $this->l->t('Other websites and maps can read the same as data, and keep a copy.'),
			],
			default => null,
		};
		$answers = $answer === null ? [] : [$answer];
		foreach ($this->choices->storiesOf($card) as ['fileId' => $fileId, 'title' => $title]) {
			$answers[] = [
				'answer' => OwnAnswers::STORY . $fileId,
				'button' => $this->l->t('Take the story “%s” out of the public showcase', [FixedSpaces::in($title)]),
				'means' => $this->l->t('You are one of its authors. Members still find it in the library.'),
			];
		}
		foreach ($this->choices->noticesOf($card) as ['id' => $id, 'title' => $title]) {
			$answers[] = [
				'answer' => OwnAnswers::NOTICE . $id,
				'button' => $this->l->t('Take the notice “%s” out of the public showcase', [FixedSpaces::in($title)]),
				'means' => $this->l->t('Members still find it among the notices.'),
			];
		}
		return $answers === [] ? null : ['title' => $this->l->t('Public showcase'), 'answers' => $answers];
	}

	/** @return array<string, mixed> */
	private function subscriptions(Owner $owner): array {
		[$one] = $this->mailboxes->reach([$owner->row]);
		$last = $this->mailboxes->lastOf($owner->row);
		$gets = $last?->gets() === true;
		$onPaper = !$gets && $owner->row->isOnPaper();
		$notices = $owner->card !== null && $this->passed->mayGet($owner->card);
		$stopped = $notices && $this->notices->isStopped($owner->card);
		return [
			'title' => $this->l->t('What you get by email'),
			'lines' => array_values(array_filter([
				match (true) {
					$gets => ['text' => $this->l->t('The letter'), 'about' => $this->why->sentence($last)],
					$onPaper => ['text' => $this->l->t('The letter on paper, or read aloud'), 'about' => $this->why->sentence($owner->row)],
					default => ['text' => $this->l->t('No letter'), 'about' => ''],
				},
				$notices ? ['text' => $stopped ? $this->l->t('No notices by email') : $this->l->t('Notices that the person who keeps your card sends you, two a week at most')] : [],
				$one->isMember() && $one->address() !== null ? ['text' => $this->l->t('Notices of assemblies'), 'about' => $this->l->t('The network has to send them as long as you are a member.')] : [],
			])),
			'answers' => [
				$gets || ($onPaper && $owner->address === null) ? [
					'answer' => 'letter-stop',
					'button' => $this->l->t('Stop the letter'),
					'means' => $owner->card === null ? $this->l->t('It takes effect immediately.') : $this->l->t('It takes effect immediately. Messages that people write to you still reach you.'),
				] : [
					'answer' => 'letter-start',
					'button' => $this->l->t('I want the letter'),
					'means' => $owner->address === null
						? $this->l->t('There is no email address on your card: the person who keeps it brings you the letter.')
						: $this->l->t('It comes to %s. You can stop it at any time.', [Masked::address($owner->address)]),
				],
				...!$notices ? [] : [$stopped ? [
					'answer' => 'notices-again',
					'button' => $this->l->t('Get notices by email again'),
					'means' => $this->l->t('The person who keeps your card can send you notices again, at most two a week.'),
				] : [
					'answer' => 'notices-stop',
					'button' => $this->l->t('No more notices by email'),
					'means' => $this->l->t('It takes effect immediately, no matter who keeps your card. You still get messages that people write to you.'),
				]],
			],
		];
	}

	/** @return ?array<string, mixed> */
	private function agreements(Owner $owner): ?array {
		$recorded = [
			...$owner->card === null ? [] : $this->ledger->ofMember($owner->card->ownerId()),
			...$owner->row->id() === 0 ? [] : $this->ledger->ofSubscribers([$owner->row->id()]),
		];
		$names = $this->consents->names(new Viewer(null, $owner->card?->ownerId()), $recorded);
		usort($recorded, static fn (Consent $a, Consent $b): int => [$b->getGivenOn(), $b->getId()] <=> [$a->getGivenOn(), $a->getId()]);
		return $recorded === [] ? null : [
			'title' => $this->l->t('What you agreed to'),
			'lines' => array_map(fn (Consent $consent): array => [
				'text' => $this->consents->what($consent, $consent->getWhat() === Consent::ENGAGEMENT ? $this->groups->title((int)$consent->getVersion()) : $names->of($consent)),
				'about' => $this->l->t('%1$s, %2$s', [$this->day($consent->getGivenOn()), $this->consents->how($consent, own: true)]),
			], $recorded),
		];
	}

	/** @return ?array<string, mixed> */
	private function link(Owner $owner): ?array {
		return $owner->until === null || $owner->unconfirmed ? null : [
			'title' => $this->l->t('The link of this page'),
			'paragraphs' => [$this->l->t('It works until %s. Anyone with the link can open this page: do not share it.', [$this->day($this->days->of($owner->until))])],
			'answers' => [[
				'answer' => 'end-link',
				'button' => $this->l->t('End this link'),
				'means' => $this->l->t('This and all other links to this page that were sent to you stop working. You can have a new one sent to you at any time.'),
			]],
		];
	}

	/** @return array<string, mixed> */
	private function confirming(Owner $owner, Member $card): array {
		$until = $this->day($this->days->of((int)$owner->until));
		$address = Masked::address((string)$owner->address);
		return [
			'answer' => 'confirm',
			'along' => ['version' => $card->getVersion()],
			'button' => $this->l->t('I agree, and this is my address'),
			'means' => $card->isShown()
				? $this->l->t('The members see the card, and what they write to you comes to %1$s. This link works until %2$s; after your answer it keeps working.', [$address, $until])
				: $this->l->t('The card is not shown at the moment. As soon as it is, what the members write to you comes to %1$s. This link works until %2$s; after your answer it keeps working.', [$address, $until]),
		];
	}

	/** @return array<string, mixed> */
	private function leaving(?Member $card): array {
		return [
			'answer' => 'leave',
			'button' => $card === null ? $this->l->t('Leave everything: delete what is known about me') : $this->l->t('Leave everything: delete my card'),
			'means' => $this->l->t('You are asked again before anything is deleted.'),
		];
	}

	private function day(string $date): string {
		return $this->cards->day($date);
	}

	private function base(): string {
		return $this->urls->linkToRoute('reseau.page.index');
	}
}
