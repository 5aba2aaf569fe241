<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Import;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One import from the page. What the browser needs to go on is kept as the browser wrote it: nobody else reads it.
 *
 * @method string getUid()
 * @method void setUid(string $uid)
 * @method string getHash()
 * @method void setHash(string $hash)
 * @method ?string getLiveHash()
 * @method void setLiveHash(?string $hash)
 * @method string getState()
 * @method void setState(string $state)
 * @method int getTotal()
 * @method void setTotal(int $total)
 * @method string getMapping()
 * @method void setMapping(string $mapping)
 * @method ?string getAnswers()
 * @method void setAnswers(?string $answers)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 * @method int getUpdatedAt()
 * @method void setUpdatedAt(int $time)
 */
class Import extends Entity {
	protected ?string $uid = null;
	/** By which the file is known again, 64 hexadecimal digits. */
	protected ?string $hash = null;
	/** The same while it is running: a person has one import of a file under way. */
	protected ?string $liveHash = null;
	protected ?string $state = null;
	protected ?int $total = null;
	/** How the columns are read: what the next file with the same headings begins with. */
	protected ?string $mapping = null;
	/** What was answered for this file alone; forgotten when it is finished. */
	protected ?string $answers = null;
	protected ?int $createdAt = null;
	protected ?int $updatedAt = null;

	public function __construct() {
		$this->addType('total', Types::INTEGER);
		$this->addType('createdAt', Types::BIGINT);
		$this->addType('updatedAt', Types::BIGINT);
	}

	/** What was answered for the file is needed no longer. */
	public function end(ImportState $state): void {
		$this->setState($state->value);
		$this->setLiveHash(null);
		$this->setAnswers(null);
	}

	public function stateIs(ImportState ...$states): bool {
		return in_array(ImportState::from($this->getState()), $states, true);
	}
}
