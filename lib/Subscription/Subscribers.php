<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Subscription;

use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\Cursor;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * Who gets the letter, as facts for the facilitators: names, why, since when, and why no mail reaches them; no address. People whose cards the viewer may not see
 * are not named; the number of people reached by mail is the one of the sending page.
 */
class Subscribers {
	public const PAGE = 50;

	/** @var array<string, string> the shape of a cursor */
	private const CURSOR = ['name' => 'si'];

	public function __construct(
		private readonly SubscriberMapper $subscribers,
		private readonly SubscriberListMapper $list,
		private readonly People $people,
		private readonly Refusals $hashes,
		private readonly Mailboxes $mailboxes,
		private readonly KnownAddresses $known,
		private readonly Subscriptions $subscriptions,
		private readonly Unreached $unreached,
		private readonly Network $network,
		private readonly Viewers $viewers,
		private readonly IUserManager $users,
		private readonly IURLGenerator $urls,
	) {
	}

	/**
	 * The viewer, if they facilitate the network.
	 *
	 * @throws ReasonException not_yours
	 */
	public function facilitator(): Viewer {
		$viewer = $this->viewers->current();
		$this->network->requireFacilitator((string)$viewer->uid);
		return $viewer;
	}

	/**
	 * @param string $words part of a name
	 * @return array<string, mixed> SubscribersSchema of src/subscription/model.ts
	 * @throws ReasonException bad_cursor
	 */
	public function page(Viewer $viewer, bool $left, string $words, string $cursor): array {
		$after = Cursor::parse($cursor, self::CURSOR);
		$state = $left ? Subscriber::OFF : Subscriber::ON;
		$shown = [];
		do {
			$rows = $this->list->find($state, Fold::text($words), $after?->key, self::PAGE + 1);
			$last = $rows === [] ? null : $rows[count($rows) - 1];
			$after = $last === null ? $after : new Cursor('name', [(string)$last->getSortName(), $last->id()]);
			array_push($shown, ...$this->seen($viewer, $rows));
		} while ($rows !== [] && count($shown) <= self::PAGE);
		$listed = array_slice($shown, 0, self::PAGE);
		$last = $listed[self::PAGE - 1] ?? null;
		return [
			'subscribers' => $this->presentAll($viewer, $listed),
			'next' => $last === null || count($shown) <= self::PAGE ? null : (string)new Cursor('name', [(string)$last[0]->getSortName(), $last[0]->id()]),
			// Numbers of the whole list, whatever is searched in it; only with the first page.
			'counts' => $cursor !== '' ? null : $this->unreached->count($viewer, Subscriptions::LETTER) + [
				'off' => $this->countLeft($viewer),
				'asked' => $this->list->countAsked(),
			],
		];
	}

	/**
	 * The subscribers with an address: people with a card or an account are named if their card shows the viewer this address. Subscribers of whom only a hash is
	 * left are left out.
	 *
	 * @param mixed $address raw input
	 * @return array{subscribers: list<array<string, mixed>>, others: int} SubscribersAtSchema
	 * @throws ReasonException wrong_type · bad_text · too_long
	 */
	public function at(Viewer $viewer, mixed $address): array {
		$hash = $this->hashes->hash(Fields::text($address, 'address', AskForLetter::LIMITS['email']));
		$rows = array_values(array_filter($this->mailboxes->at([$hash]), static fn (Subscriber $row): bool => $row->getState() !== null && $row->getSortName() !== null));
		$seen = $this->seen($viewer, $rows);
		$named = array_values(array_filter($seen, function (array $one) use ($viewer, $hash): bool {
			[$row, $card] = $one;
			return $this->known->mayConnect($viewer, $hash, $row->getUid(), $card === null ? null : $this->people->byId($card->ownerId()));
		}));
		return ['subscribers' => $this->presentAll($viewer, $named), 'others' => count($seen) - count($named)];
	}

	/** @return array{asks: bool, open: bool, url: string} LetterSettingsSchema */
	public function settings(): array {
		return [
			'asks' => $this->network->asksForLetter(),
			'open' => $this->network->takesSubscriptions(),
			'url' => $this->urls->linkToRouteAbsolute('reseau.page.index') . 'subscribe',
		];
	}

	/**
	 * @param array<array-key, mixed> $input `asks`, `open`
	 * @throws ReasonException wrong_type
	 */
	public function setUp(array $input): void {
		$asks = isset($input['asks']) ? Input::flag($input['asks'], 'asks') : null;
		$open = isset($input['open']) ? Input::flag($input['open'], 'open') : null;
		$asks === null ?: $this->network->setAsksForLetter($asks);
		$open === null ?: $this->network->setTakesSubscriptions($open);
	}

	/**
	 * A person in the list.
	 *
	 * @throws ReasonException not_found
	 */
	public function one(Viewer $viewer, int $id): Subscriber {
		$row = $this->subscribers->findById($id);
		return $row?->getState() === null || $row->getSortName() === null || $this->seen($viewer, [$row]) === [] ? throw ReasonException::notFound() : $row;
	}

	/**
	 * @return array<string, mixed> SubscriberSchema
	 * @throws ReasonException not_found
	 */
	public function presentOne(Viewer $viewer, int $id): array {
		return $this->presentAll($viewer, $this->seen($viewer, [$this->one($viewer, $id)]))[0];
	}

	/**
	 * @param list<Subscriber> $rows
	 * @return list<array{Subscriber, ?Person}> with their cards, if the viewer may see them; without subscribers whose cards they may not see
	 */
	private function seen(Viewer $viewer, array $rows): array {
		$cards = $this->people->persons(array_values(array_filter(array_map(static fn (Subscriber $row): int => (int)$row->getMemberId(), $rows))));
		$own = $this->people->personsOf(array_values(array_filter(array_map(static fn (Subscriber $row): string => (string)$row->getUid(), $rows))));
		$seen = [];
		foreach ($rows as $row) {
			$card = $row->getMemberId() === null ? $own[(string)$row->getUid()] ?? null : $cards[$row->getMemberId()] ?? null;
			$known = $card !== null && People::knows($viewer, $card);
			if ($known || $row->getMemberId() === null) {
				$seen[] = [$row, $known ? $card : null];
			}
		}
		return $seen;
	}

	/** The database counts those without a kept card. */
	private function countLeft(Viewer $viewer): int {
		return $this->list->countWithoutCard(Subscriber::OFF) + count($this->seen($viewer, $this->list->findOfCards(Subscriber::OFF)));
	}

	/**
	 * @param list<array{Subscriber, ?Person}> $seen
	 * @return list<array<string, mixed>>
	 */
	private function presentAll(Viewer $viewer, array $seen): array {
		$unreached = array_map(
			fn (array $one): ?NoMail => $this->known->reasonFor($viewer, ...$one),
			$this->subscriptions->unreached(array_column($seen, 0)),
		);
		return array_map(fn (array $one): array => $this->present($viewer, $one[0], $one[1], $unreached[$one[0]->id()] ?? null), $seen);
	}

	/** @return array<string, mixed> */
	private function present(Viewer $viewer, Subscriber $row, ?Person $card, ?NoMail $noMail): array {
		// A card that was taken over belongs to that account.
		$uid = $row->getUid() ?? $card?->uid;
		$kind = $uid !== null ? 'account' : ($row->getMemberId() !== null ? 'kept' : 'address');
		return [
			'id' => $row->id(),
			'name' => $uid !== null ? $this->users->getDisplayName($uid) ?? $uid : ($card?->name ?? (string)$row->getName()),
			'member' => $card?->ownerId(),
			'kind' => $kind,
			'mayTell' => match ($kind) {
				'account' => $row->gets(),
				'kept' => $card !== null && Visibility::keeps($viewer, $card),
				'address' => true,
			},
			'gets' => $row->gets(),
			'noMail' => $noMail?->value,
			'why' => $row->gets() ? $row->getWhy() : null,
			'on' => $row->getSaidOn(),
			'manner' => $row->gets() ? (string)$row->getManner() : '',
		];
	}
}
