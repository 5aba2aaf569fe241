<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\WithoutMail;

use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\RequestKey;
use OCP\IDBConnection;
use OCP\IUserManager;

/** When a keeper reached the person of a card, and what they answered. */
class Calls {
	use Atomic;

	public const LIMITS = ['note' => 2000];

	public function __construct(
		private readonly IDBConnection $db,
		private readonly People $people,
		private readonly CallMapper $calls,
		private readonly LinkTokens $secrets,
		private readonly IUserManager $users,
		private readonly Days $days,
	) {
	}

	/** @return list<array{id: int, day: string, how: string, note: string, by: ?string}> CallSchema of src/withoutmail/model.ts, the last first */
	public function of(int $memberId): array {
		return array_map(fn (Call $call): array => [
			'id' => (int)$call->getId(),
			'day' => $call->getDay(),
			'how' => $call->getHow(),
			'note' => (string)$this->secrets->decrypt($call->getNote()),
			'by' => $call->getByUid() === null ? null : $this->users->getDisplayName($call->getByUid()),
		], $this->calls->findOfMember($memberId));
	}

	/**
	 * @param list<int> $memberIds
	 * @return array<int, string> the last day on which each was reached
	 */
	public function lastDays(array $memberIds): array {
		return $this->calls->lastDays($memberIds);
	}

	/**
	 * @param array<array-key, mixed> $input `day`, `how`, `note`, `key`
	 * @throws ReasonException said_day · unknown_way · wrong_type · bad_text · too_long · bad_key · not_found: the card is erased
	 */
	public function add(int $memberId, array $input, string $byUid): void {
		$day = Input::date($input['day'] ?? null);
		if ($day === null || $day > $this->days->today('+1 day')) {
			throw new ReasonException('said_day', details: ['field' => 'day']);
		}
		$how = $input['how'] ?? null;
		$way = (is_string($how) ? Way::tryFrom($how) : null) ?? throw new ReasonException('unknown_way', details: ['field' => 'how']);
		$note = trim(Fields::text($input['note'] ?? '', 'note', self::LIMITS['note']));
		$hash = RequestKey::hash($input['key'] ?? null, "$byUid $memberId");
		$call = new Call();
		$call->setMemberId($memberId);
		$call->setDay($day);
		$call->setHow($way->value);
		$call->setNote($note === '' ? null : $this->secrets->encrypt($note));
		$call->setByUid($byUid);
		$call->setKeyHash($hash);
		$this->atomicAgain(function () use ($memberId, $hash, $call): void {
			// A second request of the same call waits here, as does one that erases the card.
			$this->people->hold($memberId);
			$this->people->byId($memberId) ?? throw ReasonException::notFound();
			$this->calls->findByKey($hash) ?? $this->calls->insert(clone $call);
		}, $this->db);
	}

	/**
	 * @throws ReasonException not_found
	 */
	public function remove(int $memberId, int $id): void {
		$call = $this->calls->findById($id);
		if ($call === null || $call->getMemberId() !== $memberId) {
			throw ReasonException::notFound();
		}
		$this->calls->delete($call);
	}

	public function forgetAccount(string $uid): void {
		$this->calls->clearAuthor($uid);
	}
}
