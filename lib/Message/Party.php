<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * One of the two people of a conversation. It is deleted with the card of the person.
 *
 * @method int getConversationId()
 * @method void setConversationId(int $id)
 * @method int getMemberId()
 * @method void setMemberId(int $id)
 * @method string getSide()
 * @method void setSide(string $side)
 * @method int getReadId()
 * @method void setReadId(int $id)
 * @method ?string getTokenHash()
 * @method void setTokenHash(?string $hash)
 * @method ?string getToken()
 * @method void setToken(?string $encrypted)
 * @method ?bool getUnlinked()
 * @method void setUnlinked(?bool $unlinked)
 * @method ?bool getMuted()
 * @method void setMuted(?bool $muted)
 */
class Party extends Entity {
	protected ?int $conversationId = null;
	protected ?int $memberId = null;
	protected ?string $side = null;
	protected ?int $readId = null;
	protected ?bool $muted = null;
	/** The link by which a person without an account answers: its hash, and the encrypted token for the next mail. */
	protected ?string $tokenHash = null;
	protected ?string $token = null;
	/** They want no more mails of this conversation: the keeper of their card gets the messages. */
	protected ?bool $unlinked = null;

	public function __construct() {
		foreach (['conversationId', 'memberId', 'readId'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('muted', Types::BOOLEAN);
		$this->addType('unlinked', Types::BOOLEAN);
	}

	public static function of(int $conversationId, Side $side, int $memberId): self {
		$party = new self();
		$party->setConversationId($conversationId);
		$party->setSide($side->value);
		$party->setMemberId($memberId);
		$party->setReadId(0);
		return $party;
	}

	public function side(): Side {
		return Side::from($this->getSide());
	}
}
