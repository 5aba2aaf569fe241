<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\Status;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Relation;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\DateWords;
use OCP\IL10N;
use OCP\IUserManager;

/**
 * The texts of the page that the link in a mail opens: the card as members see it, and its person's possible answers. It is read without an account, on
 * any phone; templates/light.php prints it.
 */
class AnswerPage {
	public function __construct(
		private readonly MemberPresenter $presenter,
		private readonly FirstCard $cards,
		private readonly CardWords $words,
		private readonly Network $network,
		private readonly IUserManager $users,
		private readonly IL10N $l,
	) {
	}

	/**
	 * Before its person has agreed; afterwards the link redirects to their page.
	 *
	 * @param bool $changed whether the card changed since its person read it
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function card(Member $member, bool $changed = false): array {
		$network = $this->network->name();
		$keeper = $this->keeper($member);
		return [
			'title' => $this->l->t('Your card in %s', [$network]),
			'network' => $network,
			'note' => $changed ? $this->l->t('The card was changed after you opened this page. Your answer was not saved. This is the current card: please read it again.') : '',
			'paragraphs' => [
				$keeper === null
					? $this->l->t('The facilitators of %1$s keep this card about you. %1$s is a network whose members find each other by what they seek and what they offer.', [$network])
					: $this->l->t('%1$s keeps this card about you. %2$s is a network whose members find each other by what they seek and what they offer.', [$keeper, $network]),
				$member->statusIs(Status::Withdrawn)
					? $this->l->t('This card is withdrawn: members cannot see it.')
					: $this->l->t('No one else sees this card before you agree.'),
			],
			'answers' => [[
				'answer' => 'accept',
				'button' => $this->l->t('I agree to this card being shown'),
				'means' => $this->l->t('The members of the network can find you and see the above. You can change your mind at any time: keep the email, its link still leads here.'),
				'along' => ['version' => $member->getVersion()],
			], [
				'answer' => 'refuse',
				'button' => $this->l->t('I refuse: delete this card'),
				'means' => $this->l->t('The card is deleted immediately, with everything that belongs to it. Only an unreadable mark of your email address and phone number is kept, so that nobody asks you again.'),
			]],
			'question' => $this->l->t('A question, a mistake in the card? The email that brought you here says who to ask.'),
		] + $this->shown($member);
	}

	/** @return array{card: array<string, mixed>, above: string, kept: string} the card as all members see it, and its other parts */
	public function shown(Member $member): array {
		$seen = $this->presenter->preview($member, Relation::Member);
		return [
			'card' => $this->cards->view(new Viewer(null), $seen, ''),
			'above' => $member->isShown() ? $this->l->t('What the members see:') : $this->l->t('What the members would see:'),
			'kept' => $this->kept($member, $seen),
		];
	}

	/** @return array<string, mixed> */
	public function erased(): array {
		return $this->sentence(
			$this->l->t('Card deleted'),
			$this->l->t('No data from it is kept, and nobody will ask you again.'),
			$this->l->t('If you change your mind, tell someone in the network: they can prepare a new card once you agree.'),
		);
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return $this->sentence(
			$this->l->t('This link no longer works'),
			$this->l->t('The card was deleted or taken over with an account, a newer link was sent, or the link is older than 30 days.'),
			$this->l->t('If you have a question, the email that brought you here says who to ask.'),
		);
	}

	/**
	 * Titles of parts that the card contains but not all members see: the person may know that they exist.
	 *
	 * @param array<string, mixed> $seen
	 */
	private function kept(Member $member, array $seen): string {
		$whole = $this->presenter->preview($member, Relation::Keeper);
		$contact = array_diff_key((array)$whole['contact'], (array)($seen['contact'] ?? []));
		$parts = array_filter(Part::cases(), static fn (Part $part): bool => match ($part) {
			Part::Contact => isset($contact['email']) || isset($contact['website']),
			Part::Phone => isset($contact['phone']),
			default => !in_array($whole[$part->value], ['', []], true) && !isset($seen[$part->value]),
		});
		return $parts === [] ? '' : $this->l->t('Also on the card, but not shown to all members: %s.', [
			$this->words->list(array_map(fn (Part $part): string => $this->l->t('“%s”', [$this->words->part($part)]), array_values($parts))),
		]);
	}

	/** Who keeps the card of a person without an account, in a sentence to them. */
	public function keptBy(Member $member): string {
		$keeper = $this->keeper($member);
		return $keeper === null
			? $this->l->t('The facilitators of %s keep your card for you.', [$this->network->name()])
			: $this->l->t('%1$s keeps your card in %2$s for you.', [$keeper, $this->network->name()]);
	}

	/** @return ?string null: the facilitators of the network together */
	private function keeper(Member $member): ?string {
		$steward = $member->getStewardUid();
		return $steward === null ? null : $this->users->getDisplayName($steward);
	}

	/** @param string $date YYYY-MM-DD */
	public function day(string $date): string {
		return DateWords::long($this->l, $date);
	}

	/** @return array<string, mixed> a page with only sentences */
	public function sentence(string $title, string $lead, string $question): array {
		return ['title' => $title, 'network' => $this->network->name(), 'paragraphs' => [$lead], 'note' => '', 'card' => null, 'answers' => [], 'question' => $question];
	}
}
