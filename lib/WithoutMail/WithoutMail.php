<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\WithoutMail;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Card\StillTrue;
use OCA\Reseau\Member\Event\CollectingAwaits;
use OCA\Reseau\Member\People;
use OCA\Reseau\Message\CarryMessages;
use OCA\Reseau\OwnPage\Event\CollectingDates;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Subscription\Mailboxes;
use OCA\Reseau\Subscription\SubscriberRows;
use OCA\Reseau\Subscription\TellLetter;
use OCP\AppFramework\Http;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\EventDispatcher\IEventDispatcher;

/** People with a kept card whom no mail reaches: who they are, and what there is to tell and to ask them. For their keeper alone. */
class WithoutMail {
	private const PAGE = 50;

	/** Lines of one kind; a keeper with more has them on Home. */
	private const MOST = 500;

	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['name' => 'si'];

	public function __construct(
		private readonly People $people,
		private readonly MemberAccess $access,
		private readonly SubscriberRows $rows,
		private readonly Mailboxes $mailboxes,
		private readonly TellLetter $letter,
		private readonly CarryMessages $messages,
		private readonly Groups $groups,
		private readonly Calls $calls,
		private readonly IEventDispatcher $events,
		private readonly ITimeFactory $clock,
	) {
	}

	/**
	 * @return array{people: list<array<string, mixed>>, next: ?string} WithoutMailSchema of src/withoutmail/model.ts, by name
	 * @throws ReasonException bad_cursor
	 */
	public function page(Viewer $viewer, string $cursor): array {
		$after = Cursor::parse($cursor, self::CURSOR)?->key;
		$refused = $this->mailboxes->refusedCards();
		$found = $this->people->keptWithoutMail($viewer, $refused, $after, self::PAGE + 1);
		$shown = array_slice($found, 0, self::PAGE);
		$last = $shown[self::PAGE - 1] ?? null;
		$days = $this->calls->lastDays(array_map(static fn (Member $card): int => $card->ownerId(), $shown));
		return [
			'people' => array_map(fn (Member $card): array => $this->person($card) + ['called' => $days[$card->ownerId()] ?? null], $shown),
			'next' => $last === null || count($found) <= self::PAGE ? null : (string)new Cursor('name', [(string)$last->getSortName(), $last->ownerId()]),
		];
	}

	/**
	 * What there is to tell and to ask a person.
	 *
	 * @return array<string, mixed> CallSheetSchema
	 * @throws ReasonException not_found · not_yours · only_they
	 */
	public function sheet(Viewer $viewer, int $memberId): array {
		$card = $this->card($viewer, $memberId);
		return $this->person($card) + [
			'letter' => $this->letter->state($memberId),
			'due' => StillTrue::isDue($card, $this->clock->getTime()),
			'messages' => $this->messages->waiting($viewer, $memberId),
			'lines' => $this->waiting($viewer, $memberId),
			'groups' => $this->inGroups($memberId),
			'calls' => $this->calls->of($memberId),
		];
	}

	/**
	 * The card of a person without an account that this viewer keeps.
	 *
	 * @throws ReasonException not_found · not_yours · only_they · only_people
	 */
	public function card(Viewer $viewer, int $memberId): Member {
		$card = $this->access->kept($viewer, $memberId);
		$card->kind()->requirePerson();
		return $card->getUid() === null ? $card : throw new ReasonException('only_they', Http::STATUS_UNPROCESSABLE_ENTITY);
	}

	/** @return array<string, mixed> */
	private function person(Member $card): array {
		$contact = $card->contactDetails();
		return [
			'id' => $card->ownerId(),
			'name' => $card->getName(),
			'phone' => $contact['phone'] ?? null,
			// With an address here, the mail server refused it.
			'email' => $contact['email'] ?? null,
			'refused' => $this->isRefused($card),
		];
	}

	private function isRefused(Member $card): bool {
		$row = $this->rows->seekOfCard($card->ownerId());
		return $row->getRefusedHash() !== null && $row->getRefusedHash() === $this->mailboxes->reach([$row])[0]->hash;
	}

	/** @return list<array<string, mixed>> of AwaitSchema of src/member/home/model.ts: what waits for a keeper's answer, of this person alone */
	private function waiting(Viewer $viewer, int $memberId): array {
		$event = new CollectingAwaits($viewer, self::MOST, $memberId);
		$this->events->dispatchTyped($event);
		return array_values(array_filter(
			$event->lines(),
			static fn (array $line): bool => isset($line['member']) && $line['kind'] !== 'messages' && $line['kind'] !== 'group_requests',
		));
	}

	/** @return list<array{title: string, dates: list<string>}> by title */
	private function inGroups(int $memberId): array {
		$groups = $this->groups->beside($memberId);
		$dates = new CollectingDates($memberId, array_keys($groups));
		$this->events->dispatchTyped($dates);
		$shown = [];
		foreach ($groups as $id => $group) {
			$shown[] = ['title' => $group['title'], 'dates' => $dates->of($id)];
		}
		usort($shown, static fn (array $a, array $b): int => $a['title'] <=> $b['title']);
		return $shown;
	}
}
