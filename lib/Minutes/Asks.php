<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Utility\ITimeFactory;

/** Invitations of people without an account to groups: lists unanswered ones, withdraws, and deletes in time. */
class Asks {
	/** How long a person gets no further mail, and how much time must be left to answer, in seconds. */
	private const PATIENCE = 7 * 86400;

	public function __construct(
		private readonly AskMapper $asks,
		private readonly Groups $groups,
		private readonly AskedData $data,
		private readonly ITimeFactory $clock,
	) {
	}

	/** @return list<array<string, mixed>> AskSchema of src/minutes/ask/model.ts: unanswered ones of a group */
	public function waiting(Viewer $viewer, int $groupId): array {
		$now = $this->clock->getTime();
		$open = array_filter($this->asks->findOfGroup($groupId), static fn (Ask $ask): bool => $ask->isOpen($now));
		return array_map(fn (Ask $ask): array => $this->present($viewer, $ask), array_values($open));
	}

	/**
	 * @throws ReasonException not_found: also once it was answered or deleted
	 */
	public function get(int $id): Ask {
		$ask = $this->asks->findById($id);
		return $ask?->isOpen($this->clock->getTime()) === true ? $ask : throw ReasonException::notFound();
	}

	/** @return array<string, mixed> AskSchema */
	public function present(Viewer $viewer, Ask $ask): array {
		['name' => $name, 'talk' => $talk] = $this->data->read($ask);
		return [
			'id' => $ask->getId(),
			'name' => $name,
			'how' => $ask->getState() === Ask::BY_HAND ? 'by_hand' : 'mail',
			'on' => gmdate(DATE_ATOM, (int)($ask->getSentAt() ?? $ask->getMadeAt())),
			'until' => gmdate(DATE_ATOM, (int)$ask->getExpiresAt()),
			'talk' => array_map(
				static fn (array $one): array => ['mine' => $one['mine'], 'text' => $one['text'], 'on' => gmdate(DATE_ATOM, $one['at'])],
				AskTalk::isInviter($viewer, $ask) ? $talk : [],
			),
			'can' => ['again' => $this->mayRepeat($ask)],
		];
	}

	/** A week has passed since the last mail, and a week is left to answer. */
	public function mayRepeat(Ask $ask): bool {
		$now = $this->clock->getTime();
		return $ask->getState() === Ask::WAITING
			&& ($ask->getSentAt() ?? $now) <= $now - self::PATIENCE
			&& (int)$ask->getExpiresAt() >= $now + self::PATIENCE;
	}

	public function withdraw(Ask $ask): void {
		$this->asks->delete($ask);
	}

	/** @param list<int> $groupIds */
	public function withdrawAll(array $groupIds): void {
		$this->asks->deleteOpen($groupIds);
	}

	/** Invitations not answered in time. */
	public function deleteExpired(): void {
		$this->asks->deleteExpired($this->clock->getTime());
	}

	/** Cleans up after earlier versions: invitations to groups that no longer exist. */
	public function repair(): void {
		array_map($this->asks->deleteOfGroup(...), array_diff($this->asks->groupIds(), array_keys($this->groups->titles())));
	}

	/** The account is deleted: invitations it sent are kept, in the facilitators' name. */
	public function forgetAccount(string $uid): void {
		$this->asks->clearAuthor($uid);
	}
}
