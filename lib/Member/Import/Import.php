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
 * One import from the page. The browser's state is stored unchanged: nothing else reads it.
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
	/** Identifies the file, 64 hexadecimal digits. */
	protected ?string $hash = null;
	/** The hash while it is running: a person has one running import per file. */
	protected ?string $liveHash = null;
	protected ?string $state = null;
	protected ?int $total = null;
	/** How the columns are read: the initial values for the next file with the same headings. */
	protected ?string $mapping = null;
	/** Answers for this file only; deleted when it is finished. */
	protected ?string $answers = null;
	protected ?int $createdAt = null;
	protected ?int $updatedAt = null;

	public function __construct() {
		$this->addType('total', Types::INTEGER);
		$this->addType('createdAt', Types::BIGINT);
		$this->addType('updatedAt', Types::BIGINT);
	}

	/** The answers for the file are no longer needed. */
	public function end(ImportState $state): void {
		$this->setState($state->value);
		$this->setLiveHash(null);
		$this->setAnswers(null);
	}

	public function stateIs(ImportState ...$states): bool {
		return in_array(ImportState::from($this->getState()), $states, true);
	}
}
