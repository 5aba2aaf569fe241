<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Minutes;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * Minutes of a meeting that were brought into the group that met: what is made from them and what was made, as the browser's plan.
 *
 * @method int getGroupId()
 * @method void setGroupId(int $id)
 * @method string getHash()
 * @method void setHash(string $hash)
 * @method void setLiveHash(?string $hash)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method string getState()
 * @method void setState(string $state)
 * @method string getPlan()
 * @method void setPlan(string $json)
 * @method ?string getRunner()
 * @method void setRunner(?string $holder)
 * @method ?int getRunsUntil()
 * @method void setRunsUntil(?int $time)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 * @method void setUpdatedAt(int $time)
 */
class GroupMinutes extends Entity {
	protected ?int $groupId = null;
	/** SHA-256 of the text, 64 hexadecimal digits. */
	protected ?string $hash = null;
	/** The hash until they are undone: a text is brought into a group once. */
	protected ?string $liveHash = null;
	protected ?string $title = null;
	/** MinutesState, never draft. */
	protected ?string $state = null;
	protected ?string $plan = null;
	/** The run that makes or undoes it, and until when it locks out others. */
	protected ?string $runner = null;
	protected ?int $runsUntil = null;
	/** null: the account is deleted. */
	protected ?string $byUid = null;
	protected ?int $version = null;
	protected ?int $createdAt = null;
	protected ?int $updatedAt = null;

	public function __construct() {
		$this->addType('version', Types::INTEGER);
		foreach (['groupId', 'runsUntil', 'createdAt', 'updatedAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function state(): MinutesState {
		return MinutesState::from((string)$this->state);
	}

	/** Whether another run has the lock. */
	public function isHeld(?string $holder, int $now): bool {
		return $this->runner !== null && $this->runner !== $holder && (int)$this->runsUntil > $now;
	}
}
