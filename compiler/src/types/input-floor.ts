/** An input number of smaller magnitude is read as 0. */
export const inputFloor = 1e-100;
