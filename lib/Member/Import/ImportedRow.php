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
 * The outcome of one row of an import, written together with the card.
 *
 * @method int getImportId()
 * @method void setImportId(int $id)
 * @method int getPosition()
 * @method void setPosition(int $position)
 * @method ?string getPerson()
 * @method void setPerson(?string $person)
 * @method string getOutcome()
 * @method void setOutcome(string $outcome)
 * @method string getWhy()
 * @method void setWhy(string $why)
 * @method string getField()
 * @method void setField(string $field)
 * @method ?int getFirst()
 * @method void setFirst(?int $first)
 * @method ?int getMemberId()
 * @method void setMemberId(?int $id)
 * @method ?string getEarlier()
 * @method void setEarlier(?string $earlier)
 */
class ImportedRow extends Entity {
	/** A card created by this import was deleted again, or a card changed by a row of a table has its earlier content again. */
	public const UNDONE = 'undone';

	protected ?int $importId = null;
	/** Row number in the file. */
	protected ?int $position = null;
	/** Keyed hash of the person the row is about (Identity); null if it was not determined. */
	protected ?string $person = null;
	/** A constant of ImportReport, or UNDONE. */
	protected ?string $outcome = null;
	protected ?string $why = null;
	protected ?string $field = null;
	protected ?int $first = null;
	protected ?int $memberId = null;
	/** The earlier content of a changed card (Earlier), encrypted. */
	protected ?string $earlier = null;

	public function __construct() {
		$this->addType('importId', Types::BIGINT);
		$this->addType('position', Types::INTEGER);
		$this->addType('first', Types::INTEGER);
		$this->addType('memberId', Types::BIGINT);
	}

	public static function from(int $importId, int $position, ?string $person, RowOutcome $outcome, ?string $earlier = null): self {
		$row = new self();
		$row->setImportId($importId);
		$row->setPosition($position);
		$row->setPerson($person);
		$row->setOutcome($outcome->outcome);
		$row->setWhy($outcome->why);
		$row->setField(mb_substr($outcome->field, 0, 96));
		$row->setFirst($outcome->first);
		$row->setMemberId($outcome->memberId);
		$row->setEarlier($earlier);
		return $row;
	}

	public function toOutcome(): RowOutcome {
		return new RowOutcome($this->getOutcome(), $this->getWhy(), $this->getField(), $this->getMemberId(), $this->getFirst());
	}
}
