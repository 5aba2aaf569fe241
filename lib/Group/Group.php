<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use OCA\Reseau\Settings\TeamPreset;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A working group. Read and write its JSON columns only through the typed methods below.
 *
 * @method ?string getRef()
 * @method void setRef(?string $ref)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method string getPurpose()
 * @method void setPurpose(string $purpose)
 * @method ?string getSeeks()
 * @method void setSeeks(?string $seeks)
 * @method string getStatus()
 * @method void setStatus(string $status)
 * @method ?bool getShowcased()
 * @method void setShowcased(?bool $showcased)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method ?string getJoining()
 * @method void setJoining(?string $preset)
 * @method ?string getTeamId()
 * @method void setTeamId(?string $id)
 * @method ?bool getTeamGone()
 * @method void setTeamGone(?bool $gone)
 * @method ?bool getTeamOpen()
 * @method void setTeamOpen(?bool $open)
 * @method ?int getBoardId()
 * @method void setBoardId(?int $id)
 * @method ?int getFolderId()
 * @method void setFolderId(?int $id)
 * @method ?string getFolderPath()
 * @method void setFolderPath(?string $path)
 * @method ?int getCreatedAt()
 * @method void setCreatedAt(?int $time)
 * @method ?int getClosedAt()
 * @method void setClosedAt(?int $time)
 * @method ?string getCreatedBy()
 * @method void setCreatedBy(?string $uid)
 * @method ?int getMandateAt()
 * @method void setMandateAt(?int $time)
 * @method ?string getMandateBy()
 * @method void setMandateBy(?string $uid)
 * @method ?string getMadeFrom()
 * @method void setMadeFrom(?string $what)
 * @method ?int getMinutesId()
 * @method void setMinutesId(?int $id)
 * @method ?int getMinutesPosition()
 * @method void setMinutesPosition(?int $position)
 * @method ?string getModel()
 * @method void setModel(?string $slug)
 * @method ?string getMakerUid()
 * @method void setMakerUid(?string $uid)
 * @method ?string getTeamByUid()
 * @method void setTeamByUid(?string $uid)
 * @method ?string getBoardByUid()
 * @method void setBoardByUid(?string $uid)
 * @method ?string getFolderByUid()
 * @method void setFolderByUid(?string $uid)
 * @method ?string getLeaseHolder()
 * @method void setLeaseHolder(?string $holder)
 * @method ?int getLeaseUntil()
 * @method void setLeaseUntil(?int $time)
 * @method ?string getMakingStep()
 * @method void setMakingStep(?string $step)
 * @method ?string getUndoneFrom()
 * @method void setUndoneFrom(?string $status)
 * @method ?string getMakingNote()
 * @method void setMakingNote(?string $note)
 */
class Group extends Entity {
	/** Its team, board and folder are still to be created or skipped. */
	public const FORMING = 'forming';
	public const ACTIVE = 'active';
	/** Dormant: no one facilitates it. */
	public const DORMANT = 'dormant';
	public const CLOSED = 'closed';

	protected ?string $ref = null;
	protected ?string $title = null;
	protected ?string $purpose = null;
	protected ?string $mandate = null;
	/** What the group looks for. */
	protected ?string $seeks = null;
	/** Ids of its subjects, as JSON. */
	protected ?string $terms = null;
	/** Where it works, as JSON. */
	protected ?string $territories = null;
	protected ?string $status = null;
	/** A facilitator of the group put it into the public showcase. */
	protected ?bool $showcased = null;
	protected ?int $version = null;
	/** TeamPreset; null: the network's preset. */
	protected ?string $joining = null;
	protected ?string $channel = null;
	protected ?string $teamId = null;
	/** The team no longer exists, though it was not removed here. */
	protected ?bool $teamGone = null;
	/** Its facilitators were notified that the team is more open than the group. */
	protected ?bool $teamOpen = null;
	protected ?int $boardId = null;
	protected ?int $folderId = null;
	protected ?string $folderPath = null;
	protected ?int $createdAt = null;
	/** Null for groups that were closed before this was stored. */
	protected ?int $closedAt = null;
	protected ?string $createdBy = null;
	/** When the mandate was last changed, and by which account; null: not since the group was made. */
	protected ?int $mandateAt = null;
	protected ?string $mandateBy = null;
	protected ?string $madeFrom = null;
	protected ?int $minutesId = null;
	protected ?int $minutesPosition = null;
	protected ?string $model = null;
	/** The account that creates it; null before the first lease, empty when the account is deleted. */
	protected ?string $makerUid = null;
	/** The accounts whose runs saved its team, board and folder: others do not use their own rights on them. */
	protected ?string $teamByUid = null;
	protected ?string $boardByUid = null;
	protected ?string $folderByUid = null;
	protected ?string $leaseHolder = null;
	protected ?int $leaseUntil = null;
	protected ?string $makingStep = null;
	protected ?string $makingNote = null;
	/** The status it had before its making began to be undone; null: it is not being undone. */
	protected ?string $undoneFrom = null;

	public function __construct() {
		$this->addType('version', Types::INTEGER);
		$this->addType('teamGone', Types::BOOLEAN);
		$this->addType('teamOpen', Types::BOOLEAN);
		$this->addType('showcased', Types::BOOLEAN);
		$this->addType('minutesPosition', Types::INTEGER);
		foreach (['boardId', 'folderId', 'createdAt', 'closedAt', 'mandateAt', 'minutesId', 'leaseUntil'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	/** @return array{mayAdvance: list<string>, mustNot: list<string>, with: list<string>} */
	public function mandate(): array {
		$stored = json_decode($this->mandate ?? '{}', true, 8, JSON_THROW_ON_ERROR);
		$lines = static fn (string $key): array => array_values(array_filter((array)($stored[$key] ?? []), is_string(...)));
		return ['mayAdvance' => $lines('mayAdvance'), 'mustNot' => $lines('mustNot'), 'with' => $lines('with')];
	}

	/** @param array<string, mixed> $mandate */
	public function writeMandate(array $mandate): void {
		$this->setter('mandate', [self::encode((object)$mandate)]);
	}

	/** @return ?array{kind: string, value: string} */
	public function channel(): ?array {
		return $this->channel === null ? null : json_decode($this->channel, true, 4, JSON_THROW_ON_ERROR);
	}

	/** @param ?array{kind: string, value: string} $channel */
	public function writeChannel(?array $channel): void {
		$this->setter('channel', [$channel === null ? null : self::encode($channel)]);
	}

	/** @return list<string> */
	public function terms(): array {
		return json_decode($this->terms ?? '[]', true, 4, JSON_THROW_ON_ERROR);
	}

	/** @param list<string> $terms ids */
	public function writeTerms(array $terms): void {
		$this->setter('terms', [self::encode($terms)]);
	}

	/** @return list<array{code: string, kind: string, name: string}> */
	public function places(): array {
		return json_decode($this->territories ?? '[]', true, 4, JSON_THROW_ON_ERROR);
	}

	/** @param list<array{code: string, kind: string, name: string}> $places */
	public function writePlaces(array $places): void {
		$this->setter('territories', [self::encode($places)]);
	}

	public function is(string ...$statuses): bool {
		return in_array($this->getStatus(), $statuses, true);
	}

	/** Whether people join it by invitation only. */
	public function isPrivate(): bool {
		return $this->getJoining() === TeamPreset::Private->value;
	}

	/** Whether visitors of the showcase see it. */
	public function isPublic(): bool {
		return $this->getShowcased() === true && $this->is(self::ACTIVE, self::DORMANT) && !$this->isPrivate();
	}

	/** Whether a run currently holds the lease. */
	public function isLeased(int $now): bool {
		return $this->getLeaseHolder() !== null && (int)$this->getLeaseUntil() > $now;
	}

	private static function encode(mixed $value): string {
		return json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}
}
