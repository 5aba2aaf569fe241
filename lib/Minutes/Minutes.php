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
 * Imported minutes: the plan of what is created from them, and the hash to recognize their text. The text itself is not stored.
 *
 * @method string getHash()
 * @method void setHash(string $hash)
 * @method void setLiveHash(?string $hash)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method void setState(string $state)
 * @method ?string getPlan()
 * @method void setPlan(string $json)
 * @method int getPlanned()
 * @method void setPlanned(int $groups)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method void setRunUid(?string $uid)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 * @method int getUpdatedAt()
 * @method void setUpdatedAt(int $time)
 */
class Minutes extends Entity {
	/** SHA-256 of the text, 64 hexadecimal digits. */
	protected ?string $hash = null;
	/** The hash until they are undone: one import per text at a time. */
	protected ?string $liveHash = null;
	protected ?string $title = null;
	protected ?string $state = null;
	/** Not loaded for lists. */
	protected ?string $plan = null;
	/** Number of groups it plans. */
	protected ?int $planned = null;
	/** null: the account is deleted. */
	protected ?string $byUid = null;
	/** The account that creates its groups, or removes them, and is reminded while that is not finished. */
	protected ?string $runUid = null;
	protected ?int $version = null;
	protected ?int $createdAt = null;
	protected ?int $updatedAt = null;

	public function __construct() {
		$this->addType('planned', Types::INTEGER);
		$this->addType('version', Types::INTEGER);
		$this->addType('createdAt', Types::BIGINT);
		$this->addType('updatedAt', Types::BIGINT);
	}

	public function state(): MinutesState {
		return MinutesState::from((string)$this->state);
	}

	public function writePlan(Plan $plan): void {
		$this->setPlan($plan->json);
		$this->setPlanned(count($plan->positions));
	}
}
