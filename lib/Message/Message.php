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
 * One message of a conversation; its text is encrypted (MessageText).
 *
 * @method int getConversationId()
 * @method void setConversationId(int $id)
 * @method string getSide()
 * @method void setSide(string $side)
 * @method string getKeyHash()
 * @method void setKeyHash(string $hash)
 * @method string getText()
 * @method void setText(string $encrypted)
 * @method ?string getByUid()
 * @method void setByUid(?string $uid)
 * @method ?string getCarriedHow()
 * @method void setCarriedHow(?string $how)
 * @method ?string getSaidHow()
 * @method void setSaidHow(?string $how)
 * @method ?string getCarriedOn()
 * @method void setCarriedOn(?string $date)
 * @method string getDelivery()
 * @method void setDelivery(string $delivery)
 * @method int getTriedAt()
 * @method void setTriedAt(int $time)
 * @method ?string getBulkKey()
 * @method void setBulkKey(?string $hash)
 * @method ?string getBulkTo()
 * @method void setBulkTo(?string $to)
 * @method int getSentAt()
 * @method void setSentAt(int $time)
 */
class Message extends Entity {
	/** One of a message to many: its mail and notification are sent after those of others. */
	public const WAITING = 'waiting';
	/** The mail and the notification are being sent. */
	public const SENDING = 'sending';
	public const DELIVERED = 'delivered';
	/** By mail to a person without an account, who answers by the link in it. */
	public const DIRECT = 'direct';
	/** The part of its delivery that failed. */
	public const NO_MAIL = 'mail';
	public const NO_NOTIFICATION = 'notification';
	public const NEITHER = 'both';

	/** The way of a note that does not record how messages were passed on, but that the two were introduced. */
	public const INTRODUCED = 'introduced';

	/** How long sending may take, in seconds: after that it has failed silently. */
	private const PATIENCE = 600;
	/** How long it may wait until a job sends it. */
	private const PATIENCE_WITH_JOBS = 6 * 3600;

	protected ?int $conversationId = null;
	protected ?string $side = null;
	protected ?string $keyHash = null;
	protected ?string $text = null;
	protected ?string $byUid = null;
	/** How the person gave their message, if the keeper of their card recorded it: one of MessageRules::WAYS. */
	protected ?string $saidHow = null;
	/** A note without text: how the keeper passed on the messages before it. */
	protected ?string $carriedHow = null;
	/** YYYY-MM-DD */
	protected ?string $carriedOn = null;
	protected ?string $delivery = null;
	protected ?int $triedAt = null;
	protected ?int $sentAt = null;
	/** The key shared by all messages that were sent together, and the people they went to: a BulkTo. */
	protected ?string $bulkKey = null;
	protected ?string $bulkTo = null;

	public function __construct() {
		foreach (['conversationId', 'triedAt', 'sentAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public function side(): Side {
		return Side::from($this->getSide());
	}

	/** The people of a group it went to; null: it went to one person. */
	public function bulkTo(): ?BulkTo {
		return BulkTo::tryFrom((string)$this->getBulkTo());
	}

	public function isNote(): bool {
		return $this->getCarriedHow() !== null;
	}

	/** A note without text of how messages were passed on. */
	public function isCarried(): bool {
		return $this->isNote() && !$this->isIntroduction();
	}

	/** Both people wanted to meet, and Réseau opened the conversation, or continued the existing one. */
	public function isIntroduction(): bool {
		return $this->getCarriedHow() === self::INTRODUCED;
	}

	/** The part of its delivery that failed; null: nothing failed, or it is being delivered. */
	public function undelivered(int $now): ?string {
		return match ($this->getDelivery()) {
			self::DELIVERED, self::DIRECT => null,
			self::WAITING => $this->getTriedAt() < $now - self::PATIENCE_WITH_JOBS ? self::NEITHER : null,
			self::SENDING => $this->getTriedAt() < $now - self::PATIENCE ? self::NEITHER : null,
			default => $this->getDelivery(),
		};
	}
}
